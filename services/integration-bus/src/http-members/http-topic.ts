/** What stands for the topic of a message that came by HTTP, in the log of what could not be verified and in the stash. */
export function httpTopicOf(member: string): string {
  return `http:${member}`;
}
