/** What the first page asks about the App: who owns it, what it is called, and who may install it. */

/** As it was typed, so that the page can show it again. */
export interface AppForm {
  publicUrl: string;
  /** Empty: the person's own account owns the App. */
  organization: string;
  /** Empty: one is made. */
  name: string;
  /** Any account may install it, not only the one that owns it. */
  isPublic: boolean;
}

/** As the page is first shown. */
export const BLANK_FORM: AppForm = { publicUrl: "", organization: "", name: "", isPublic: false };

/** GitHub's limit, in characters. */
export const LONGEST_NAME = 34;

const LOGIN = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})$/;

/** The form as the browser sends it. */
export function readAppForm(sent: URLSearchParams): AppForm {
  const textOf = (field: string): string => sent.get(field)?.trim() ?? "";
  return {
    publicUrl: textOf("public_url"),
    organization: textOf("organization"),
    name: textOf("name"),
    isPublic: sent.get("installable_by") === "anyone",
  };
}

/** A sentence about what GitHub would refuse; nothing when all is well. The address has a check of its own. */
export function refuseForm({ organization, name }: AppForm): string | undefined {
  if (organization !== "" && !LOGIN.test(organization)) {
    return "That is not an organization's login; it is the last part of its address on GitHub.";
  }
  if (name.length > LONGEST_NAME)
    return `The name is too long: GitHub takes ${LONGEST_NAME} characters at most. Shorten it, or leave it empty for one that fits.`;
  return undefined;
}

/** A name is taken once on all of GitHub: the organization's login, or `chance`, tells this App from the others. */
export function nameOfApp({ name, organization }: AppForm, chance: string): string {
  return name || `Review Miner ${organization || chance}`.slice(0, LONGEST_NAME);
}
