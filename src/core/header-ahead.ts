/** Which of the two is older where `enhancement.md` and `status.json` differ, told by themselves: a working copy has no base. */
import { readHeader } from "./documents/enhancement-md.ts";
import { parseStatusJson } from "./documents/status-json.ts";
import { IsoDate } from "./enhancement.ts";
import { ENHANCEMENT_MD, STATUS_JSON } from "./item.ts";

/**
 * Whether the header of the directory of a name may be ahead of its `status.json`, so that what it says otherwise is an
 * edit by a person. It is not where `status.json` was changed since the two were last in line: its day is later than the
 * header's, or its status is not the last one of its history.
 */
export function headersAhead(files: ReadonlyMap<string, string>): (name: string) => boolean {
  return (name) => {
    const path = `${name}/${STATUS_JSON}`;
    const parsed = parseStatusJson(files.get(path) ?? "", path);
    const header = readHeader(files.get(`${name}/${ENHANCEMENT_MD}`) ?? "", name);
    if (!parsed.ok || !header.ok) return false;
    const { status, updated, history } = parsed.value;
    const day = IsoDate.safeParse(header.block.fields.find((field) => field.name === "Last Updated")?.value).data;
    return day !== undefined && day >= updated && (history.at(-1)?.status ?? status) === status;
  };
}
