/** A database URL fit for a message: without its password, whether that stands before the host or behind the question mark. */
export function maskUrl(url: string): string {
  return url.replace(/:\/\/([^:@/]*):[^@/]*@/, "://$1:***@").replace(/([?&]password=)[^&]*/i, "$1***");
}
