/** GitHub's web site, from the address of its API: where an App is registered and installed. */

const ENTERPRISE_SUFFIX = /\/api\/v3$/;

/**
 * The site without a slash at the end. `https://api.github.com` and `https://api.<name>.ghe.com` stand beside their
 * sites, an Enterprise Server's `/api/v3` under it; any other address is taken to be both.
 */
export function toSiteUrl(apiUrl: string): string {
  const { protocol, host, pathname } = new URL(apiUrl);
  const path = pathname.replace(/\/+$/, "");
  if (ENTERPRISE_SUFFIX.test(path)) return `${protocol}//${host}${path.replace(ENTERPRISE_SUFFIX, "")}`;
  return `${protocol}//${host.replace(/^api\./, "")}${path}`;
}

/** Where a person registers an App from a manifest, under their own account or an organization's. */
export function registrationUrl(
  siteUrl: string,
  { organization, state }: { organization?: string; state: string },
): string {
  const owner = organization === undefined ? "" : `/organizations/${encodeURIComponent(organization)}`;
  return `${siteUrl}${owner}/settings/apps/new?state=${encodeURIComponent(state)}`;
}

/** The start of the API's `/app-manifests/{code}/conversions`, which turns the code into the App's credentials. */
export function conversionUrl(apiUrl: string, code: string): string {
  return `${apiUrl}/app-manifests/${encodeURIComponent(code)}/conversions`;
}
