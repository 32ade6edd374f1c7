/** The oldest Node that a package of ours runs on: `engines` in package.json, whose word npm does not enforce. */
const OLDEST = { major: 22, minor: 20 };

/** What to tell whoever starts `program` on a Node of this version; nothing where that is young enough. */
export function refuseNode(program: string, version: string): string | undefined {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major > OLDEST.major || (major === OLDEST.major && minor >= OLDEST.minor)) return undefined;
  return `${program}: this is Node ${version}; install Node ${OLDEST.major}.${OLDEST.minor} or later`;
}
