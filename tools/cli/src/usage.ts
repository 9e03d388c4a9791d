export const usage = `lienthong <command> [options]

Commands
  token --member M --role R [--office O] [--person P] [--minutes N]
                          a bearer token of the local issuer, on stdout
  trace <dossier code> [--json]
                          all messages of a dossier, who has it now and since when
  parked list --service S [--oldest] [--limit N] [--cursor C] [--json]
  parked show <sender> <id> --service S [--json]
                          messages that a service could not handle: cause, attempts, what waits
  parked release <sender> <id> --service S [--json]
                          lets one in again; what waits behind it follows
  parked discard <sender> <id> --service S --reason "…" [--json]
                          sets one aside for good; sender and bus are told the reason
                          parked --url http://host:port asks a service elsewhere, as the person of LIENTHONG_TOKEN
  files list [--member M] [--limit N] [--cursor C] [--json]
  files show <id> [--json]
                          the bus's file store: files, the messages that name one, and who has read it
  restore --service S --reason R [--json]
                          after the database of the stopped member S was restored to an earlier state: its numbers
                          begin a new epoch, and it reads its topic again. Needs MIGRATOR_DATABASE_URL, KAFKA_BROKERS
                          and TOPIC_PREFIX of S; see docs/runbooks/restored-database.md first
  kafka-member <code>     gives a member credentials and rights on the secured broker that runs (demo -- --keep --secured);
                          the file of its password, on stdout
  keys                    makes the keys of the local run that are missing

Options of every command
  --home <folder>         folder of keys and of stack.json (default: LIENTHONG_HOME or .lienthong)
  --help                  this text

The running stack is found by <home>/stack.json, or by BUS_URL.
Exit codes: 0 done, 1 could not be done, 2 wrong command line.
`;
