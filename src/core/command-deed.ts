/** A command on an item, in the words of a commit message. */
import type { Deed } from "./commit-message.ts";
import { namedBy, type ItemCommand } from "./run-command.ts";
import type { Located } from "./located.ts";

/** `all`: where its numbers are looked up. */
export function deedOf(command: ItemCommand, all: readonly Located[]): Deed {
  const [id = "", into = ""] = namedBy(command, all).map(({ status }) => status.id);
  switch (command.verb) {
    case "status":
      return { verb: "move", of: `${id} to ${command.status}` };
    case "priority":
      return { verb: "give", of: `${id} priority ${command.priority}` };
    case "merge":
      return { verb: "merge", of: `${id} into ${into}` };
    case "reject":
    case "defer":
    case "approve":
    case "redact":
      return { verb: command.verb, of: id };
  }
}
