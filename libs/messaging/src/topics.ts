export interface TopicNames {
  out(member: string): string;
  in(member: string): string;
}

/** The only place where topic names are made; the prefix separates installations and test runs. */
export function topicNames(prefix: string): TopicNames {
  return { out: (member) => `${prefix}${member}.out`, in: (member) => `${prefix}${member}.in` };
}
