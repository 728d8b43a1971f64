// What the files of a session are called: by the code of the client, which is no name.
export function fileNames(code: string): { file: string; receipt: string } {
  const name = code.replaceAll(/[^\p{L}\p{N}._-]+/gu, '-') || 'ansiopolku';
  return { file: `${name}.yaml`, receipt: `${name}-receipt.json` };
}
