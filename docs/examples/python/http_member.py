"""A member of the exchange that has no Kafka and no open port: it submits and pulls over HTTP, see docs/protocol.md.

python http_member.py H19.91.01-260803-0001 asks the one-stop desk where this dossier stands, and waits for the answer.
Its own small database keeps what it sent, with the bus's answers, and what it has handled."""
import base64, hashlib, json, os, secrets, sqlite3, sys, time, urllib.error, urllib.request, uuid
from datetime import datetime, timedelta, timezone
from pathlib import Path
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

env = os.environ
MEMBER, OFFICE, BUS_URL = env.get("MEMBER", "service-desk"), env.get("OFFICE", "centre"), env["BUS_URL"]
EPOCH = int(env.get("EPOCH", "1"))  # one more whenever the database below was lost or restored
OFFSET = timedelta(milliseconds=int(env.get("CLOCK_OFFSET_MS", "0")))  # a rehearsal plays another day
PROTOCOL, ASKED = "vn.lienthong.protocol.", "vn.lienthong.intake.dossier-status-asked.v1"
ASKED_SCHEMA = f"urn:lienthong:schema:{ASKED}:Tin07DgkLoNDXp3RvkXYi4quWz_Z7AjBXEPnDy7qhbQ"
SIGNED = ("causationid contenthash dataschema epoch expirytime id partitionkey recipients senderoffice sequence "
          "source subject time type").split()
db = sqlite3.connect(env.get("DATABASE", f"{MEMBER}.sqlite"))
db.execute("create table if not exists outbox (id primary key, stream, epoch, number, message, sent_at, answer)")
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
def message(kind, schema, to, stream, epoch, number, body, **more):
    """A structured CloudEvent. Signed as a batch of one: the leaf is the root, and the path is empty."""
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
def verify(a):
    """Sender, key, addressee and content of a message are what they should be."""
    header, payload, signature = a["signature"].split(".")
    claim, tree = json.loads(unb64(header)), json.loads(unb64(payload))
    row = next(row for row in call("GET", "/directory/keys")[1] if row["kid"] == claim["kid"])
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

def call(method, path, body=None, media="application/json"):
    """Status and JSON of an answer; the token is made with the member's own key, for five minutes at most."""
    seconds = int(now().timestamp())
    claims = {"iss": MEMBER, "sub": MEMBER, "aud": "integration-bus", "iat": seconds, "exp": seconds + 240}
    headers = {"authorization": f"Bearer {jws({'alg': 'EdDSA', 'kid': kid}, claims)}", "content-type": media}
    try:
        request = urllib.request.Request(BUS_URL + path, body and canonical(body), headers, method=method)
        with urllib.request.urlopen(request) as answer:
            return answer.status, json.loads(answer.read() or "null")
    except urllib.error.HTTPError as refusal:
        return refusal.code, json.loads(refusal.read() or "{}")
    except urllib.error.URLError: return 503, {}  # nobody there: as good as "try again"
def submit(event): return call("POST", "/messages", event, "application/cloudevents+json")
def send(kind, schema, to, stream, body, **more):
    """Takes the next number of the stream; together with what else the caller writes. `run` sends it."""
    number = (one("select max(number) from outbox where stream = ? and epoch = ?", stream, EPOCH) or 0) + 1
    event = message(kind, schema, to, stream, EPOCH, number, body, **more)
    row = [event["id"], stream, EPOCH, number, json.dumps(event)]
    return db.execute("insert into outbox values (?, ?, ?, ?, ?, 0, null)", row) and event["id"]
def send_open():  # also again, with the same id, number and leaf: the bus answers as before
    which = "select id, message from outbox where answer is null and sent_at < ? order by stream, epoch, number"
    for id, event in db.execute(which, [time.time() - 5]).fetchall():
        status, answer = submit(json.loads(event))
        accepted = status == 202 and answer["outcome"] == "accepted"
        said = "accepted" if accepted else f"{answer['code']}: {answer['detail']}" if "logId" in answer else None
        with db: db.execute("update outbox set answer = ?, sent_at = ? where id = ?", [said, time.time(), id])
AGAIN = {"resend-wanted.v1": "update outbox set answer = null, sent_at = 0 where stream = :stream and epoch = :epoch",
         "restored.v1": "update outbox set answer = null, sent_at = 0"}  # the bus forgot: it is asked again
def tell_bus(name, item):  # protocol messages bear no number
    kind, stream = f"{PROTOCOL}{name}.v1", f"member:{MEMBER}"
    submit(message(kind, f"urn:lienthong:schema:{kind}", "integration-bus/centre", stream, 0, 0, {"items": [item]}))
def known_as(sender, id):
    return db.execute("select leaf, word from inbox where sender = ? and id = ?", (sender, id)).fetchone()
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

def run(handle, until, seconds=int(env.get("SECONDS", "60"))):
    end, lease = time.time() + seconds, {}
    while not until() and time.time() < end:
        send_open()  # "after": what was said with that lease is read
        wanted = {"max": 100, "waitSeconds": 2, "leaseSeconds": 30, "after": lease.get("leaseId")}
        status, lease = call("POST", "/messages/leases", wanted)
        if status in (429, 503): time.sleep(1)  # over the quota, or the bus is away
        elif status >= 400: raise SystemExit(f"the bus refuses: {lease}")
        for a in lease.get("messages", []):
            verify(a)
            if "deliverysequence" in a: take_delivery(a, handle)
            elif (word := a["type"].removeprefix(PROTOCOL)) in AGAIN:
                with db: db.executemany(AGAIN[word], a["data"].get("items", [a["data"]]))

if __name__ == "__main__":
    dossier, desk, told = sys.argv[1], env.get("DESK", "intake/bien-hoa"), []
    with db: asked = send(ASKED, ASKED_SCHEMA, desk, f"dossier:{dossier}", {"dossierCode": dossier}, subject=dossier)
    def answer(): return one("select answer from outbox where id = ?", asked)
    def keep(a): told.extend([a["data"]] if a.get("causationid") == asked else [])
    run(keep, lambda: (told and answer()) or answer() not in (None, "accepted"))
    status = call("GET", f"/messages/{asked}/status")[1]
    print(json.dumps({"asked": asked, "answer": answer(), "told": told, "status": status}, ensure_ascii=False))
    sys.exit(0 if told else 1)
