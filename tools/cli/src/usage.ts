export const usage = `lienthong <command> [options]

Commands
  token --member M --role R [--office O] [--person P] [--minutes N]
                          a bearer token of the local issuer, on stdout
  trace <dossier code> [--url U] [--json]
                          all messages of a dossier, what was said of each, where each waits, who has it now
  where <dossier code> [--json]
                          who has a land dossier, since when, until when and whom to ask, as each agency says it
  behind [--url U] [--json]
                          who is behind: what waits for each member, since when, when it was last seen, its pace
  figures [--from D] [--to D] [--member M] [--url U] [--json]
                          what each member sent, received and handled, and what was refused of it, by day and type
  parked [list] [--recipient M] [--type T] [--cause C] [--dossier D] [--from T] [--to T] [--limit N] [--cursor C] [--json]
                          what recipients told the bus that they parked
  parked list --service S [--oldest] [--limit N] [--cursor C] [--json]
  parked show <sender> <id> --service S [--json]
                          messages that a service could not handle: cause, attempts, what waits
  parked release <sender> <id> --service S [--json]
                          lets one in again; what waits behind it follows
  parked discard <sender> <id> --service S --reason "…" [--json]
                          sets one aside for good; sender and bus are told the reason
                          parked --url http://host:port asks a service elsewhere, as the person of LIENTHONG_TOKEN
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
  members [list] [--at INSTANT] [--json]
  members show <member> [--at INSTANT] [--json]
                          who takes part; codes, offices, keys and rights of one, now or at a past instant
  members keys | rights | schemas [--at INSTANT] [--json]
                          what held of all members, each with the entry of the log that says so
  members judged <log entry> [--json]
                          by which member, key, right and schema a message was judged, as they stood then
  members register --content @member.json | suspend <member> | resume <member> | transport <member> --transport T [--webhook URL]
  members key add <member> <kid> <x> [--from I] [--to I] | key revoke <kid>
  members grant give <sender> <recipients> <type> --purpose "…" --legal-basis "…" [--from I] [--to I] | grant withdraw …
                          asks for an act, with --reason "…": what restricts is done at once, all else waits for another operator
  acts [list] [--open] [--limit N] [--cursor C] [--json] | kinds | show <id>
  acts ask <kind> --content '{…}' --reason "…" | confirm <id> [--reason "…"] | refuse <id> --reason "…"
                          acts by two persons; --person second-bus-operator-centre is the other one of the local run,
                          elsewhere --url and LIENTHONG_TOKEN say where and who
  kafka-member <code>     gives a member credentials and rights on the secured broker that runs (demo -- --keep --secured);
                          the file of its password, on stdout
  restore --service S --since T --reason R [--json]
                          after the database of the stopped service S, a member or integration-bus, was restored to its
                          state at T: numbers begin a new epoch, its topics are read again, and the other side sends
                          again what was answered since T. Needs MIGRATOR_DATABASE_URL, KAFKA_BROKERS and TOPIC_PREFIX
                          of S, and an administrator of a secured broker: KAFKA_SASL_USERNAME, KAFKA_SASL_PASSWORD (and
                          KAFKA_TLS=true), or LIENTHONG_KAFKA=secured for the one whose password the home folder keeps;
                          see docs/runbooks/restored-database.md first
  keys                    makes the keys of the local run that are missing
  keys new <member> <kid> one more key of a member, on its own machine; the public part, for the bus, on stdout

Options of every command
  --home <folder>         folder of keys and of stack.json (default: LIENTHONG_HOME or .lienthong)
  --help                  this text

The running stack is found by <home>/stack.json, else, as in containers, on the default ports; BUS_URL names another bus.
Exit codes: 0 done, 1 could not be done, 2 wrong command line.
`;
