/** The App's manifest, as GitHub's registration page takes it. */
import { parse } from "yaml";
import { z } from "zod";

/** `app.yml`: what is the same wherever the server runs, and whoever owns the App. */
const AppFile = z.object({
  description: z.string(),
  default_permissions: z.record(z.string(), z.enum(["read", "write"])),
  default_events: z.array(z.string()),
});

export type Manifest = z.infer<typeof AppFile> & {
  name: string;
  /** Any account may install it, not only the one that owns it. */
  public: boolean;
  /** The App's home page, which GitHub wants: the server itself, since whoever runs it is all we know. */
  url: string;
  hook_attributes: { url: string; active: true };
  redirect_url: string;
};

interface Choices {
  name: string;
  isPublic: boolean;
  /** Where GitHub sends deliveries. */
  webhookUrl: string;
  /** Where GitHub sends the person back to, with a code. */
  redirectUrl: string;
}

/** Throws a ZodError when the text is not an App's description. */
export function toManifest(appYml: string, { name, isPublic, webhookUrl, redirectUrl }: Choices): Manifest {
  const app = AppFile.parse(parse(appYml));
  const { origin: url } = new URL(webhookUrl);
  return {
    ...app,
    name,
    public: isPublic,
    url,
    hook_attributes: { url: webhookUrl, active: true },
    redirect_url: redirectUrl,
  };
}
