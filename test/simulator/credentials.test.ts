/** Who is let in, and how far. */
import { describe, expect, it } from "@jest/globals";
import { createJwt, NAME, refusalOf, REPO, startScene, type Scene } from "./scene.ts";

describe("credentials", () => {
  it.each<[string, number, RegExp, (scene: Scene) => string]>([
    ["a token nobody gave out", 401, /^Bad credentials/, () => "ghs_wrong"],
    [
      "a JWT signed with another key",
      401,
      /could not be decoded/,
      ({ app }) => tamper(createJwt(app.id, app.privateKeyPem)),
    ],
    [
      "a JWT of another algorithm",
      401,
      /could not be decoded/,
      ({ app }) => createJwt(app.id, app.privateKeyPem, { alg: "none" }),
    ],
    [
      "a JWT that expired",
      401,
      /'Expiration time'.*future time/,
      ({ app }) => createJwt(app.id, app.privateKeyPem, { iat: -600, exp: -1 }),
    ],
    [
      "a JWT that lives too long",
      401,
      /too far in the future/,
      ({ app }) => createJwt(app.id, app.privateKeyPem, { exp: 3_600 }),
    ],
    ["a JWT from the future", 401, /'Issued at'/, ({ app }) => createJwt(app.id, app.privateKeyPem, { iat: 300 })],
    ["a JWT of an unknown App", 401, /Integration not found/, ({ app }) => createJwt(7, app.privateKeyPem)],
  ])("%s", async (_name, status, message, credential) => {
    const scene = await startScene();
    const refusal = await refusalOf(scene.client(credential(scene)).rest.apps.getAuthenticated());
    expect(refusal.status).toBe(status);
    expect(refusal.message).toMatch(message);
  });

  it("of an installation expire after an hour, are refused while it is suspended, and die with it", async () => {
    let now = Date.now();
    const { github, octokit, asApp, installation } = await startScene({ clock: () => new Date(now) });
    const read = () => octokit.rest.repos.get(REPO);
    await read();
    github.suspend("octo");
    expect(await refusalOf(read())).toEqual({ status: 403, message: "This installation has been suspended" });
    const mint = () => asApp.rest.apps.createInstallationAccessToken({ installation_id: installation.id });
    expect((await refusalOf(mint())).status).toBe(403);
    github.unsuspend("octo");
    now += 3_600_000;
    expect(await refusalOf(read())).toEqual({ status: 401, message: "Bad credentials" });
    now -= 3_600_000;
    github.uninstall("octo");
    expect((await refusalOf(mint())).status).toBe(404);
  });

  it("may be narrowed to repositories and permissions, never widened", async () => {
    const { github, asApp, client, installation } = await startScene();
    github.createRepository("octo/other", { files: { a: "a\n" }, isPrivate: true });
    const mint = (options: object) =>
      asApp.rest.apps.createInstallationAccessToken({ installation_id: installation.id, ...options });
    const { data } = await mint({ repositories: ["api"], permissions: { contents: "read" } });
    const narrow = client(data.token);
    expect((await narrow.rest.git.getRef({ ...REPO, ref: "heads/main" })).status).toBe(200);
    const write = narrow.rest.git.createTree({
      ...REPO,
      tree: [{ path: "a", mode: "100644", type: "blob", content: "" }],
    });
    expect((await refusalOf(write)).status).toBe(403);
    expect((await refusalOf(narrow.rest.repos.get({ owner: "octo", repo: "other" }))).status).toBe(404);
    expect((await refusalOf(mint({ permissions: { issues: "write" } }))).status).toBe(422);
    const { data: reached } = await narrow.rest.apps.listReposAccessibleToInstallation();
    expect(reached.repositories.map(({ full_name }) => full_name)).toEqual([NAME]);
  });

  function tamper(jwt: string): string {
    return `${jwt.slice(0, -8)}AAAAAAAA`;
  }
});
