/** GitHub shows the picture of a bot under the id of its App: `https://avatars.githubusercontent.com/in/347564?v=4`. */
const OF_APP = /\/in\/(?<id>[1-9]\d{0,9})(?:\?|$)/;

/** The id of the App that a bot is the account of, as its picture tells it; nothing for any other picture. */
export function appOfAvatar(avatarUrl: string | null | undefined): { appId?: number } {
  const id = OF_APP.exec(avatarUrl ?? "")?.groups?.["id"];
  return id === undefined ? {} : { appId: Number(id) };
}
