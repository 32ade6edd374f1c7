/** Ellipsis: inline remarks in prose; bodies that list drafts which it withheld, and why. */
import { visible } from "../visible.ts";
import { remark } from "./remark.ts";
import type { Tool } from "./tool.ts";

export const ELLIPSIS: Tool = {
  name: "ellipsis",
  logins: ["ellipsis-dev", "ellipsis"],
  recognises: ({ comments }) => comments.includes("ELLIPSIS_HIDDEN"),
  read: (document, { isOnCode }) => {
    if (!isOnCode) return [];
    const finding = remark(visible(document));
    return finding ? [finding] : [];
  },
};
