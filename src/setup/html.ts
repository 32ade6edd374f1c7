/** Pages as text: everything put into one is escaped, unless it is a page's own part. */
import { createHash } from "node:crypto";

/** Markup written here, or made from text by escaping it. */
export interface Html {
  readonly markup: string;
}

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** A template whose values are escaped, except for other `Html`. */
export function html(strings: TemplateStringsArray, ...values: (string | Html)[]): Html {
  const parts = strings.map((text, index) => {
    const value = values[index];
    if (value === undefined) return text;
    return (
      text + (typeof value === "string" ? value.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign) : value.markup)
    );
  });
  return { markup: parts.join("") };
}

const STYLE = `
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 40rem; margin: 3rem auto; padding: 0 1rem; }
label { display: block; font-weight: 600; margin-top: 1rem; }
fieldset { border: 0; margin: 1rem 0 0; padding: 0; }
legend { font-weight: 600; padding: 0; }
fieldset label { display: flex; gap: 0.5rem; align-items: baseline; font-weight: 400; margin-top: 0.3rem; }
input { font: inherit; width: 100%; box-sizing: border-box; padding: 0.4rem; }
input[type="radio"] { width: auto; }
button { font: inherit; margin-top: 1rem; padding: 0.5rem 1rem; }
[role="alert"] { border-left: 0.3rem solid; padding-left: 0.7rem; font-weight: 600; }
`;

/** A whole page. It loads nothing and runs no script. */
export function page(title: string, body: Html): string {
  const style = { markup: `<style>${STYLE}</style>` };
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${title}</title>
        ${style}
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          ${body}
        </main>
      </body>
    </html> `.markup;
}

/** The headers every page is sent with. Forms may go to this server and to `siteUrl`, GitHub's site, alone. */
export function pageHeaders(siteUrl: string): Record<string, string> {
  const hash = createHash("sha256").update(STYLE).digest("base64");
  const { origin } = new URL(siteUrl);
  return {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": `default-src 'none'; style-src 'sha256-${hash}'; form-action 'self' ${origin}; base-uri 'none'; frame-ancestors 'none'`,
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
  };
}
