/** Endpoints of the agencies that change something and ask for neither `If-Match` nor `Idempotency-Key`, each with its reason. */
export const exempt: Readonly<Record<string, string>> = {
  'AskAgainController POST :code/branches/:branch/ask-again':
    'sends again what was decided; the chain refuses it twice',
  'BooksController POST :key/close': 'a book is closed once, and stays as it is',
  'AllowanceController POST :number/recovered': 'a number is taken back once',
  'AllowanceController POST questions/:code/tell': 'answers what was asked; the answer is computed',
  'SignSlipsController POST sign': 'each row of the body bears the version that was looked at',
  'HoldScanController PUT :code/scans/:paper': 'the file is what it is; its hash is told with it',
  'BlockOrdersController POST lift': 'names the order by its document; an order is lifted once',
  'RegisterPriceRowsController POST ': 'a batch of rows by key: the same batch again changes nothing',
  'RegisterParcelsController POST ': 'a batch of rows by key: the same batch again changes nothing',
  'ParkedController POST :sender/:id/discard':
    'a parked message is named by its id and its content is known; it ends once',
  'ParkedController POST :sender/:id/release': 'a parked message is named by its id; it is released once',
  'PoliciesController PUT :step': 'the whole setting is written; the same again changes nothing',
  'CalculateController POST changes': 'computes and keeps nothing',
  'CalculateController POST land-use-fees': 'computes and keeps nothing',
  'CalculateController POST late-interest': 'computes and keeps nothing',
  'IssueJointlyController POST ':
    'first notices of several dossiers: none that was issued or has changed its state is issued again',
};
