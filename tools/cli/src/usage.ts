export const usage = `lienthong <command> [options]

Commands
  token --member M --role R [--office O] [--person P] [--minutes N]
                          a bearer token of the local issuer, on stdout
  trace <dossier code> [--json]
                          all messages of a dossier, who has it now and since when
  keys                    makes the keys of the local run that are missing

Options of every command
  --home <folder>         folder of keys and of stack.json (default: LIENTHONG_HOME or .lienthong)
  --help                  this text

The running stack is found by <home>/stack.json, or by BUS_URL.
Exit codes: 0 done, 1 could not be done, 2 wrong command line.
`;
