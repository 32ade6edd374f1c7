/** The pages of the guided set-up. */
import { html, page, type Html } from "./html.ts";

export interface AddressForm {
  token: string;
  publicUrl: string;
  organization: string;
  /** A sentence about what is wrong with what was sent before. */
  problem?: string;
}

/** The first page: it asks where GitHub will reach this server. */
export function addressPage({ token, publicUrl, organization, problem }: AddressForm): string {
  const alert = problem === undefined ? html`` : html`<p role="alert" id="problem">${problem}</p>`;
  return page(
    "Set up Review Miner",
    html`<p>
        No GitHub App is configured yet. Two steps make one: say where GitHub can reach this server, then confirm on
        GitHub's own page.
      </p>
      ${alert}
      <form method="post" action="/setup">
        <input type="hidden" name="token" value="${token}" />
        <label for="public_url">Public https address of this server</label>
        <input
          id="public_url"
          name="public_url"
          type="text"
          inputmode="url"
          autocomplete="off"
          value="${publicUrl}"
          aria-describedby="public_url_hint"
        />
        <p id="public_url_hint">
          For example https://review-miner.example.com. GitHub refuses localhost. Leave it empty if you have none, and
          see how to get one.
        </p>
        <label for="organization">Organization that is to own the App (optional)</label>
        <input
          id="organization"
          name="organization"
          type="text"
          autocomplete="off"
          value="${organization}"
          aria-describedby="organization_hint"
        />
        <p id="organization_hint">Its login. Left empty, your own account owns the App.</p>
        <button>Continue</button>
      </form>`,
  );
}

/** Instead of a second page, for somebody without a public address. */
export function tunnelPage({ token, port }: { token: string; port: number }): string {
  return page(
    "A public address comes first",
    html`<p>
        GitHub sends deliveries over the internet, so it must be able to reach this server. Until the server runs behind
        a name of its own, a tunnel lends one. Start any of these in another terminal:
      </p>
      <ul>
        <li><code>cloudflared tunnel --url http://127.0.0.1:${String(port)}</code></li>
        <li><code>ngrok http 127.0.0.1:${String(port)}</code></li>
        <li><code>tailscale funnel ${String(port)}</code>, whose name stays the same</li>
      </ul>
      <p>
        One that gives a new name at each start has to be told to GitHub each time, in the App's settings. A relay that
        writes deliveries anew, such as smee.io, will not do: their signatures would not be right any more.
      </p>
      <p>
        Nothing was changed on GitHub. <a href="/setup?token=${token}">Go back with the address</a> the tunnel shows.
      </p>`,
  );
}

interface ConfirmForm {
  /** GitHub's registration page, with our state in it. */
  action: string;
  manifest: string;
  webhookUrl: string;
}

/** The second page: its button leads to GitHub, which shows everything once more before it makes the App. */
export function confirmPage({ action, manifest, webhookUrl }: ConfirmForm): string {
  return page(
    "Confirm on GitHub",
    html`<p>
        Deliveries will be sent to <code>${webhookUrl}</code>. On GitHub you can change the App's name, which must not
        be taken, and see every permission it asks for.
      </p>
      <form method="post" action="${action}">
        <input type="hidden" name="manifest" value="${manifest}" />
        <button>Continue to GitHub</button>
      </form>`,
  );
}

interface Created {
  name: string;
  installUrl: string;
  credentialsFile: string;
}

/** The last page. */
export function createdPage({ name, installUrl, credentialsFile }: Created): string {
  return page(
    "The App is made",
    html`<p>
        ${name} is registered. Its credentials are in <code>${credentialsFile}</code>, which only you can read: keep a
        copy in a safe place, because GitHub shows the private key once. The server is starting with them now.
      </p>
      <p>Next: <a href="${installUrl}">install it on a repository</a>. Its first follow-up explains itself.</p>`,
  );
}

/** Something is not as it should be: what, and what to do. */
export function failurePage(title: string, sentence: string, next?: { href: string; text: string }): string {
  const link: Html = next ? html`<p><a href="${next.href}">${next.text}</a></p>` : html``;
  return page(
    title,
    html`<p role="alert">${sentence}</p>
      ${link}`,
  );
}
