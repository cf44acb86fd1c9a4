/** Stylesheets go into the bundle's own. */
declare module '*.css';
