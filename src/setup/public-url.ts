/** The address under which GitHub reaches this server. */
import { isIP } from "node:net";

export type PublicUrl = { ok: true; url: string } | { ok: false; problem: string };

/** What GitHub would refuse as the address of a webhook is refused here, with a sentence; `webhookPath` may be pasted. */
export function parsePublicUrl(text: string, webhookPath: string): PublicUrl {
  const url = URL.parse(text.trim());
  if (!url) return no("That is not a URL. It looks like https://review-miner.example.com.");
  if (url.protocol !== "https:")
    return no("The address must begin with https://, because deliveries carry review text.");
  if (url.username || url.password || url.search || url.hash)
    return no("Leave out everything after the host and path.");
  const host = url.hostname;
  const isName = isIP(host.replace(/^\[|\]$/g, "")) === 0;
  if (!isName || !host.includes(".") || /\.(?:local|localhost|internal|test|invalid)$/.test(host)) {
    return no("GitHub cannot reach that host: it needs a name that the whole internet knows.");
  }
  if (host === "smee.io") {
    return no(
      "smee.io writes deliveries anew, which breaks their signature, and shows them to whoever knows the channel.",
    );
  }
  const path = url.pathname.replace(webhookPath, "").replace(/\/+$/, "");
  return { ok: true, url: `${url.origin}${path}` };
}

function no(problem: string): PublicUrl {
  return { ok: false, problem };
}
