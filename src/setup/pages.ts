/** The pages of the guided set-up. */
import { LONGEST_NAME, type AppForm } from "./app-form.ts";
import { html, page, type Html } from "./html.ts";
import type { Manifest } from "./manifest.ts";
import { renderPermissions } from "./permissions.ts";

interface AddressForm {
  token: string;
  form: AppForm;
  /** A sentence about what is wrong with what was sent before. */
  problem?: string;
}

/** The first page: it asks where GitHub will reach this server, and what App to make. */
export function addressPage({ token, form, problem }: AddressForm): string {
  const { publicUrl, organization, name, isPublic } = form;
  const alert = problem === undefined ? html`` : html`<p role="alert" id="problem">${problem}</p>`;
  return page(
    "Set up Review Miner",
    html`<p>
        No GitHub App is configured yet. Two steps make one: say where GitHub can reach this server and whose App it is,
        then confirm on GitHub's own page.
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
          For example https://review-miner.example.com. GitHub refuses localhost. If you have none, leave it empty: the
          next page shows how to get one.
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
        <label for="name">Name of the App (optional)</label>
        <input
          id="name"
          name="name"
          type="text"
          autocomplete="off"
          maxlength="${String(LONGEST_NAME)}"
          value="${name}"
          aria-describedby="name_hint"
        />
        <p id="name_hint">
          It signs all that the App writes, and nobody else on GitHub may have it. Left empty, it is "Review Miner" with
          the organization behind it, or four letters and digits.
        </p>
        <fieldset>
          <legend>Who may install the App</legend>
          ${installChoice("owner", { isChosen: !isPublic, text: "Only the account that owns it" })}
          ${installChoice("anyone", {
            isChosen: isPublic,
            text: "Any account: whoever knows its address on GitHub. This server then works for them, too",
          })}
        </fieldset>
        <button>Continue</button>
      </form>`,
  );
}

function installChoice(value: string, { isChosen, text }: { isChosen: boolean; text: string }): Html {
  const checked = isChosen ? html`checked` : html``;
  return html`<label><input type="radio" name="installable_by" value="${value}" ${checked} /> ${text}</label>`;
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
  manifest: Manifest;
}

/** The second page: its button leads to GitHub, where the name can still be changed before the App is made. */
export function confirmPage({ action, manifest }: ConfirmForm): string {
  const { name, default_permissions: permissions, hook_attributes: hook } = manifest;
  const who = manifest.public ? "any account that knows its address may" : "only the account that owns it may";
  return page(
    "Confirm on GitHub",
    html`<p>
        The App will be called <strong>${name}</strong>, and ${who} install it. Deliveries will be sent to
        <code>${hook.url}</code>. If GitHub says that the name is taken, give another one there. Who may install it can
        be changed later, in the App's settings under "Advanced".
      </p>
      <p>On each repository where it is installed it asks for:</p>
      ${renderPermissions(permissions)}
      <form method="post" action="${action}">
        <input type="hidden" name="manifest" value="${JSON.stringify(manifest)}" />
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
