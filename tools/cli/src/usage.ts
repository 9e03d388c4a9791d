export const usage = `lienthong <command> [options]

Commands
  token --member M --role R [--office O] [--person P] [--minutes N]
                          a bearer token of the local issuer, on stdout
  trace <dossier code> [--json]
                          all messages of a dossier, what was said of each, where each waits, who has it now
  behind [--url U] [--json]
                          who is behind: what waits for each member, since when, when it was last seen, its pace
  figures [--from D] [--to D] [--member M] [--url U] [--json]
                          what each member sent, received and handled, and what was refused of it, by day and type
  parked list --service S [--oldest] [--limit N] [--cursor C] [--json]
  parked show <sender> <id> --service S [--json]
                          messages that a service could not handle: cause, attempts, what waits
  parked release <sender> <id> --service S [--json]
                          lets one in again; what waits behind it follows
  parked discard <sender> <id> --service S --reason "…" [--json]
                          sets one aside for good; sender and bus are told the reason
                          parked --url http://host:port asks a service elsewhere, as the person of LIENTHONG_TOKEN
  parked list --service integration-bus [--recipient M] [--type T] [--cause C] [--dossier D] [--from T] [--to T] [--limit N]
                          what recipients told the bus that they parked
  replay list [--json]    replays and how far they have come
  replay deliveries [--recipient M] [--sender M] [--type T] [--outcome O] [--cause C] [--dossier D] [--entry L]
                          [--from T] [--to T] [--all] [--rate N] --reason R
                          asks that what fits is delivered once more; another operator confirms. What was handled is
                          dropped by its recipient, what was parked is tried again
  replay history --recipient M --office O --type T,T --from T [--to T] [--sender M] [--dossier D] [--rate N] --reason R
                          asks that a member is given messages of the past that did not name it
  replay stop <id> --reason R
  reconcile [--day D] [--now] [--url U] [--json]
                          differences between the members' books and the log, of yesterday if no day is named
  files list [--member M] [--limit N] [--cursor C] [--json]
  files show <id> [--json]
                          the bus's file store: files, the messages that name one, and who has read it
  restore --service S --since T --reason R [--json]
                          after the database of the stopped service S, a member or integration-bus, was restored to its
                          state at T: numbers begin a new epoch, its topics are read again, and the other side sends
                          again what was answered since T. Needs MIGRATOR_DATABASE_URL, KAFKA_BROKERS and TOPIC_PREFIX
                          of S; see docs/runbooks/restored-database.md first
  kafka-member <code>     gives a member credentials and rights on the secured broker that runs (demo -- --keep --secured);
                          the file of its password, on stdout
  keys                    makes the keys of the local run that are missing

Options of every command
  --home <folder>         folder of keys and of stack.json (default: LIENTHONG_HOME or .lienthong)
  --help                  this text

The running stack is found by <home>/stack.json, or by BUS_URL.
Exit codes: 0 done, 1 could not be done, 2 wrong command line.
`;
