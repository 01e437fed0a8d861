declare module 'virtual:emoji-catalogue' {
  const rows: readonly (readonly [
    emoji: string,
    label: string,
    group: number,
    codes: readonly string[],
    tags: string,
  ])[];
  export default rows;
}
