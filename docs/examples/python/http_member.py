"""A member of the exchange that has no Kafka and no open port: it submits and pulls over HTTP, see docs/protocol.md.

python http_member.py H19.91.01-260803-0001 asks the one-stop desk where this dossier stands, and waits for the answer.
Its own small database keeps what it sent, with the bus's answers, and what it has handled."""
import base64, hashlib, http.client, json, os, secrets, sqlite3, sys, time, urllib.parse, uuid
from datetime import datetime, timedelta, timezone
from pathlib import Path
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
env = os.environ
MEMBER, OFFICE = env.get("MEMBER", "service-desk"), env.get("OFFICE", "centre")
BUS, PATIENCE = urllib.parse.urlsplit(env["BUS_URL"]), int(env.get("PATIENCE", "30"))  # seconds for an answer
EPOCH = int(env.get("EPOCH", "1"))  # one more whenever the database below was lost or restored
OFFSET = timedelta(milliseconds=int(env.get("CLOCK_OFFSET_MS", "0")))  # a rehearsal plays another day
PROTOCOL, ASKED = "vn.lienthong.protocol.", "vn.lienthong.intake.dossier-status-asked.v1"
ASKED_SCHEMA = f"urn:lienthong:schema:{ASKED}:Tin07DgkLoNDXp3RvkXYi4quWz_Z7AjBXEPnDy7qhbQ"
SIGNED = ("causationid contenthash dataschema epoch expirytime id partitionkey recipients senderoffice sequence "
          "source subject time type").split()
db = sqlite3.connect(env.get("DATABASE", f"{MEMBER}.sqlite"))
db.execute("create table if not exists outbox (id primary key, stream, epoch, number, message, due, wait, answer)")
db.execute("create table if not exists inbox (sender, id, leaf, stream, epoch, number, word, primary key (sender, id))")
def b64(data): return base64.urlsafe_b64encode(data).rstrip(b"=").decode()
def unb64(text): return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
def sha(data): return hashlib.sha256(data).digest()
def now(): return datetime.now(timezone(timedelta(hours=7))) + OFFSET
def instant(): return now().isoformat(timespec="milliseconds")
def canonical(value):  # RFC 8785, as far as texts, whole numbers, lists and objects go
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
def leaf(attributes): return sha(b"\0" + canonical({n: attributes[n] for n in SIGNED if n in attributes}))
def one(sql, *parameters): return (db.execute(sql, parameters).fetchone() or [None])[0]
jwk = json.loads(Path(env.get("KEY_FILE", f".lienthong/keys/{MEMBER}.jwk.json")).read_text())
key, kid = Ed25519PrivateKey.from_private_bytes(unb64(jwk["d"])), jwk["kid"]
def jws(header, payload):  # compact: header.payload.signature
    text = f"{b64(canonical(header))}.{b64(canonical(payload))}"
    return f"{text}.{b64(key.sign(text.encode()))}"
def new_id():  # UUIDv7: 48 bits of milliseconds, then chance
    chance = secrets.randbits(12) << 64 | 2 << 62 | secrets.randbits(62)
    return str(uuid.UUID(int=int(now().timestamp() * 1000) << 80 | 7 << 76 | chance))
def message(kind, schema, to, stream, epoch, number, body, **more):  # signed as a batch of one: leaf = root
    salt = secrets.token_bytes(32)
    a = {"id": new_id(), "type": kind, "source": f"/members/{MEMBER}", "time": instant(), "dataschema": schema,
         "partitionkey": stream, "senderoffice": OFFICE, "recipients": to, "epoch": str(epoch),
         "sequence": str(number), "contenthash": b64(sha(salt + canonical(body))), **more}
    typ = "lienthong-acknowledgement" if kind == f"{PROTOCOL}acknowledgement.v1" else "lienthong-batch"
    signature = jws({"alg": "EdDSA", "kid": kid, "typ": typ}, {"root": b64(leaf(a)), "size": 1})
    return {**a, "specversion": "1.0", "datacontenttype": "application/json", "contentsalt": b64(salt),
            "signaturepath": "0:", "signature": signature, "data": body}
def fold(node, index, size, path):  # RFC 6962 §2.1.1: the root to which leaf and path lead in a tree of this size
    if size == 1: return node if index == 0 and not path else None
    half = 1 << (size - 1).bit_length() - 1  # the largest power of two below the size
    if index < half: return sha(b"\1" + fold(node, index, half, path[:-1]) + path[-1])
    return sha(b"\1" + path[-1] + fold(node, index - half, size - half, path[:-1]))
def verify(a):  # sender, key, addressee and content are what they should be
    header, payload, signature = a["signature"].split(".")
    claim, tree = json.loads(unb64(header)), json.loads(unb64(payload))
    answered, keys = call("GET", "/directory/keys")
    if answered != 200: raise OSError("nobody says now whose key it is")
    row = next(row for row in keys if row["kid"] == claim["kid"])
    at = datetime.fromisoformat(a["acceptedat"]) if "acceptedat" in a else now()
    assert claim["alg"] == "EdDSA" and a["source"] == f"/members/{row['member']}", "another member's key"
    end = datetime.fromisoformat(row.get("validTo", "9999-12-31T00:00:00+00:00"))
    assert datetime.fromisoformat(row["validFrom"]) <= at < end, "a key that was not valid then"
    public = Ed25519PublicKey.from_public_bytes(unb64(row["publicJwk"]["x"]))
    public.verify(unb64(signature), f"{header}.{payload}".encode())
    index, _, path = a["signaturepath"].partition(":")
    root = fold(leaf(a), int(index), tree["size"], [unb64(node) for node in path.split(".") if node])
    assert root == unb64(tree["root"]), "the signature is of other attributes"
    assert any(to.startswith(f"{MEMBER}/") for to in a["recipients"].split(",")), "not for this member"
    assert b64(sha(unb64(a["contentsalt"]) + canonical(a["data"]))) == a["contenthash"], "the content was changed"
def call(method, path, body=None, media="application/json", wait=0):  # status and JSON; 503 when nobody answers
    time.sleep(max(0, getattr(call, "quiet_until", 0) - time.time()))
    seconds = int(now().timestamp())
    claims = {"iss": MEMBER, "sub": MEMBER, "aud": "integration-bus", "iat": seconds, "exp": seconds + 240}
    headers = {"authorization": f"Bearer {jws({'alg': 'EdDSA', 'kid': kid}, claims)}", "content-type": media}
    protocol = http.client.HTTPSConnection if BUS.scheme == "https" else http.client.HTTPConnection
    line, status, said, rest = protocol(BUS.netloc, timeout=PATIENCE + wait), 503, {}, 1
    try:
        line.request(method, BUS.path + path, body and canonical(body), headers)
        answer = line.getresponse()
        said, status, rest = json.loads(answer.read() or "{}"), answer.status, int(answer.getheader("retry-after", "1"))
    except (OSError, http.client.HTTPException, ValueError): pass  # no answer, or half of one: as good as "try again"
    if status in (408, 429) or status >= 500: call.quiet_until = time.time() + rest
    return status, said
def submit(event): return call("POST", "/messages", event, "application/cloudevents+json")
def send(kind, schema, to, stream, body, **more):  # in the transaction of its caller; `run` sends it
    number = (one("select max(number) from outbox where stream = ? and epoch = ?", stream, EPOCH) or 0) + 1
    event = message(kind, schema, to, stream, EPOCH, number, body, **more)
    row = [event["id"], stream, EPOCH, number, json.dumps(event)]
    return db.execute("insert into outbox values (?, ?, ?, ?, ?, 0, 5, null)", row) and event["id"]
def send_open():  # again after 5, 10, 20 … seconds, with the same id, number and leaf: the bus answers as before
    which = "select id, message from outbox where answer is null and due <= ? order by stream, epoch, number"
    for id, event in db.execute(which, [time.time()]).fetchall():
        status, answer = submit(json.loads(event))
        accepted = status == 202 and answer["outcome"] == "accepted"
        said = "accepted" if accepted else f"{answer['code']}: {answer['detail']}" if "logId" in answer else None
        later = "update outbox set answer = ?, due = ? + wait, wait = min(wait * 2, 300) where id = ?"
        with db: db.execute(later, [said, time.time(), id])
OPEN = "update outbox set answer = null, due = 0, wait = 5"
AGAIN = {"resend-wanted.v1": f"{OPEN} where stream = :stream and epoch = :epoch and number between :from and :to",
         "restored.v1": OPEN}  # the bus forgot: it is asked again
def tell_bus(name, item):  # protocol messages bear no number
    kind, stream = f"{PROTOCOL}{name}.v1", f"member:{MEMBER}"
    submit(message(kind, f"urn:lienthong:schema:{kind}", "integration-bus/centre", stream, 0, 0, {"items": [item]}))
def known_as(*own): return db.execute("select leaf, word from inbox where sender = ? and id = ?", own).fetchone()
def take_delivery(a, handle):
    """Once, in order; of a message and a void in its place the first one counts. Else it is only answered again."""
    place = stream, epoch, number = a["partitionkey"], int(a["deliveryepoch"]), int(a["deliverysequence"])
    own, body, replaced = (a["source"].removeprefix("/members/"), a["id"]), a["data"], None
    if a["type"] == f"{PROTOCOL}void.v1": replaced = body["replacedSender"], body["replacedId"]
    known, passed = known_as(*own), replaced and known_as(*replaced)
    last = one("select max(number) from inbox where stream = ? and epoch = ?", stream, epoch) or 0
    assert not known or known[0] == b64(leaf(a)), "the same id with another content"
    if not known and number > last + 1:
        return tell_bus("resend-wanted", {"stream": stream, "epoch": epoch, "from": last + 1, "to": number - 1})
    assert known or passed or number == last + 1, "an old number under a new id"
    outcome = known[1] if known else "handled"
    if not known or number == last + 1:  # what is known may have a new number, by a bus that was restored
        with db:  # what the handler writes, and the mark that it was handled: both or neither
            if not known and not replaced: handle(a)
            rows = [(*own, b64(leaf(a)), *place, outcome)]
            if replaced and not passed: rows.append((*replaced, body["replacedHash"], *place, "discarded"))
            db.executemany("insert or replace into inbox values (?, ?, ?, ?, ?, ?, ?)", rows)
    why = {"cause": "messaging.VOID_AFTER_HANDLED"} if passed and passed[1] == "handled" else {}
    tell_bus("acknowledgement", {"logId": a["logid"], "sender": own[0], "id": own[1], "stream": stream,
                                 "deliverySequence": number, "outcome": outcome, "at": instant(), **why})
def take(a, handle):
    verify(a)
    if "deliverysequence" in a: take_delivery(a, handle)
    elif (word := a["type"].removeprefix(PROTOCOL)) in AGAIN:
        with db: db.executemany(AGAIN[word], a["data"].get("items", [a["data"]]))
def run(handle, until, seconds=int(env.get("SECONDS", "60"))):
    end, lease = time.time() + seconds, {}
    while not until() and time.time() < end:
        send_open()  # "after": what was said with that lease is read
        wanted = {"max": 100, "waitSeconds": 2, "leaseSeconds": PATIENCE, "after": lease.get("leaseId")}
        status, lease = call("POST", "/messages/leases", wanted, wait=2)
        if 400 <= status < 500 and status not in (408, 429): raise SystemExit(f"the bus refuses: {lease}")
        for a in lease.get("messages", []):
            try: take(a, handle)
            except (OSError, sqlite3.Error): del lease["messages"][:], lease["leaseId"]  # not now: all this comes again
            except Exception as fault:  # nothing was done or acknowledged; an operator should look
                print(f"set aside: {a.get('source')} {a.get('id')}: {fault!r}", file=sys.stderr)
if __name__ == "__main__":
    dossier, desk, told = sys.argv[1], env.get("DESK", "intake/bien-hoa"), []
    with db: asked = send(ASKED, ASKED_SCHEMA, desk, f"dossier:{dossier}", {"dossierCode": dossier}, subject=dossier)
    def answer(): return one("select answer from outbox where id = ?", asked)
    def keep(a): told.extend([a["data"]] if a.get("causationid") == asked else [])
    run(keep, lambda: (told and answer()) or answer() not in (None, "accepted"))
    status = call("GET", f"/messages/{asked}/status")[1]
    print(json.dumps({"asked": asked, "answer": answer(), "told": told, "status": status}, ensure_ascii=False))
    sys.exit(0 if told else 1)
