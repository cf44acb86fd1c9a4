/** Styles and locales of the CSL project, which the build takes in as texts. */
declare module '*.csl' {
  const text: string;
  export default text;
}
declare module '*/locales-en-GB.xml' {
  const text: string;
  export default text;
}
