import type { Backlog, Contents, DirectoryRead } from "../core/snapshot.ts";
import type { Forge } from "./forge.ts";

/**
 * The files of items, each as it stands where it is changed: by the name of its directory under `directory`, the config's
 * enhancements directory. One read for each commit. Throws whatever the forge throws.
 */
export async function readItems(
  forge: Pick<Forge, "readDirectories">,
  { repository }: Pick<Backlog, "repository">,
  items: readonly DirectoryRead[],
  directory: string,
): Promise<Contents> {
  const contents = new Map<string, ReadonlyMap<string, string>>();
  for (const [commit, group] of Map.groupBy(items, (item) => item.commit)) {
    const names = new Map(group.map(({ name, from = name }) => [`${directory}/${from}`, name]));
    for (const [path, files] of await forge.readDirectories(repository.ref, commit, [...names.keys()])) {
      const name = names.get(path);
      if (name !== undefined) contents.set(name, files);
    }
  }
  return contents;
}
