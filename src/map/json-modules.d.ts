declare module '*.json' {
  const json: unknown;
  export default json;
}
