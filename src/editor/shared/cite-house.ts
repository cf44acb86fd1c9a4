/** What is needed of the house to find and write bibliographies. */
import type { House } from './house.js';

export type CiteHouse = Pick<House, 'cites' | 'bibliographies'>;
