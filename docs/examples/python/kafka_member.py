"""A member of the exchange on Kafka, written from docs/protocol.md alone.

python kafka_member.py H19.91.01-260803-0001 asks the one-stop desk where this dossier stands, and waits for the answer.
Its own small database keeps what it sent, with the bus's answers, and what it has handled."""
import base64, hashlib, http.client, json, os, secrets, sqlite3, sys, time, urllib.request, uuid
from datetime import datetime, timedelta, timezone
from pathlib import Path
from confluent_kafka import Consumer, Producer, TopicPartition
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
env = os.environ
MEMBER, OFFICE, BUS_URL = env.get("MEMBER", "portal"), env.get("OFFICE", "centre"), env["BUS_URL"]
PREFIX, EPOCH = env.get("TOPIC_PREFIX", "lt."), int(env.get("EPOCH", "1"))  # epoch: one more for a restored database
OFFSET = timedelta(milliseconds=int(env.get("CLOCK_OFFSET_MS", "0")))  # a rehearsal plays another day
PROTOCOL, ASKED = "vn.lienthong.protocol.", "vn.lienthong.intake.dossier-status-asked.v1"
ASKED_SCHEMA = f"urn:lienthong:schema:{ASKED}:Tin07DgkLoNDXp3RvkXYi4quWz_Z7AjBXEPnDy7qhbQ"
SIGNED = ("causationid contenthash dataschema epoch expirytime id partitionkey recipients senderoffice sequence "
          "source subject time type").split()
db = sqlite3.connect(env.get("DATABASE", f"{MEMBER}.sqlite"))
db.execute("create table if not exists outbox (id unique, stream, epoch, number, headers, value, due, wait, answer)")
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
def new_id():  # UUIDv7: 48 bits of milliseconds, then chance
    chance = secrets.randbits(12) << 64 | 2 << 62 | secrets.randbits(62)
    return str(uuid.UUID(int=int(now().timestamp() * 1000) << 80 | 7 << 76 | chance))
def message(kind, schema, to, stream, epoch, number, body, **more):  # signed as a batch of one: leaf = root
    value, salt = canonical(body), secrets.token_bytes(32)
    a = {"id": new_id(), "type": kind, "source": f"/members/{MEMBER}", "time": instant(), "dataschema": schema,
         "partitionkey": stream, "senderoffice": OFFICE, "recipients": to, "epoch": str(epoch),
         "sequence": str(number), "contenthash": b64(sha(salt + value)), **more}
    typ = "lienthong-acknowledgement" if kind == f"{PROTOCOL}acknowledgement.v1" else "lienthong-batch"
    claim, tree = {"alg": "EdDSA", "kid": kid, "typ": typ}, {"root": b64(leaf(a)), "size": 1}
    signed = f"{b64(canonical(claim))}.{b64(canonical(tree))}"
    a |= {"specversion": "1.0", "contentsalt": b64(salt), "signaturepath": "0:",
          "signature": f"{signed}.{b64(key.sign(signed.encode()))}"}
    return {**{f"ce_{name}": text for name, text in a.items()}, "content-type": "application/json"}, value
def fold(node, index, size, path):  # RFC 6962 §2.1.1: the root to which leaf and path lead in a tree of this size
    if size == 1: return node if index == 0 and not path else None
    half = 1 << (size - 1).bit_length() - 1  # the largest power of two below the size
    if index < half: return sha(b"\1" + fold(node, index, half, path[:-1]) + path[-1])
    return sha(b"\1" + path[-1] + fold(node, index - half, size - half, path[:-1]))
def directory():  # @raises OSError: the bus is away, or its answer broke off
    try: return json.load(urllib.request.urlopen(BUS_URL + "/directory/keys", timeout=30))
    except (http.client.HTTPException, ValueError) as broken: raise OSError("half an answer") from broken
def verified(headers, value):  # the attributes, if sender, key, addressee and content are what they should be
    a = {name[3:]: text for name, text in headers.items() if name.startswith("ce_")}
    header, payload, signature = a["signature"].split(".")
    claim, tree = json.loads(unb64(header)), json.loads(unb64(payload))
    row = next(row for row in directory() if row["kid"] == claim["kid"])
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
    assert b64(sha(unb64(a["contentsalt"]) + value)) == a["contenthash"], "the content was changed"
    return a
broker = {"bootstrap.servers": env["KAFKA_BROKERS"]}
if "KAFKA_PASSWORD_FILE" in env:
    broker |= {"security.protocol": "SASL_PLAINTEXT", "sasl.mechanism": "SCRAM-SHA-512", "sasl.username": MEMBER,
               "sasl.password": Path(env["KAFKA_PASSWORD_FILE"]).read_text()}
group = {"group.id": PREFIX + MEMBER, "auto.offset.reset": "earliest", "enable.auto.commit": False}
producer, consumer = Producer({**broker, "partitioner": "murmur2_random"}), Consumer({**broker, **group})
def produce(headers, value):
    producer.produce(f"{PREFIX}{MEMBER}.out", value, headers["ce_partitionkey"], headers=list(headers.items()))
    producer.flush(30)  # what is lost all the same stays in the outbox, and goes out again
def send(kind, schema, to, stream, body, **more):  # in the transaction of its caller; `run` sends it
    number = (one("select max(number) from outbox where stream = ? and epoch = ?", stream, EPOCH) or 0) + 1
    headers, value = message(kind, schema, to, stream, EPOCH, number, body, **more)
    row = [headers["ce_id"], stream, EPOCH, number, json.dumps(headers), value]
    return db.execute("insert into outbox values (?, ?, ?, ?, ?, ?, 0, 5, null)", row) and headers["ce_id"]
def send_open():  # again after 5, 10, 20 … seconds, with the same id, number and leaf: the bus answers as before
    which = "select id, headers, value from outbox where answer is null and due <= ? order by number"
    for id, headers, value in db.execute(which, [time.time()]).fetchall():
        produce(json.loads(headers), value)
        later = "update outbox set due = ? + wait, wait = min(wait * 2, 300) where id = ?"
        with db: db.execute(later, [time.time(), id])
def tell_bus(name, item):  # protocol messages bear no number
    kind, stream = f"{PROTOCOL}{name}.v1", f"member:{MEMBER}"
    produce(*message(kind, f"urn:lienthong:schema:{kind}", "integration-bus/centre", stream, 0, 0, {"items": [item]}))
OPEN = "update outbox set answer = null, due = 0, wait = 5"
SPAN = "stream = :stream and epoch = :epoch and number between :from and"
ANSWERS = {"accepted.v1": f"update outbox set answer = 'accepted' where {SPAN} :upTo",
           "rejected.v1": "update outbox set answer = :code || ': ' || :text where id = :id",
           "resend-wanted.v1": f"{OPEN} where {SPAN} :to", "restored.v1": OPEN}  # the bus forgot: it is asked again
def take_answer(kind, body):  # what this member does not need is ignored
    with db: [db.execute(ANSWERS[kind], item) for item in body.get("items", [body]) if kind in ANSWERS]
def known_as(*own): return db.execute("select leaf, word from inbox where sender = ? and id = ?", own).fetchone()
def take_delivery(a, body, handle):
    """Once, in order; of a message and a void in its place the first one counts. Else it is only answered again."""
    place = stream, epoch, number = a["partitionkey"], int(a["deliveryepoch"]), int(a["deliverysequence"])
    own, replaced = (a["source"].removeprefix("/members/"), a["id"]), None
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
            if not known and not replaced: handle(a, body)
            rows = [(*own, b64(leaf(a)), *place, outcome)]
            if replaced and not passed: rows.append((*replaced, body["replacedHash"], *place, "discarded"))
            db.executemany("insert or replace into inbox values (?, ?, ?, ?, ?, ?, ?)", rows)
    why = {"cause": "messaging.VOID_AFTER_HANDLED"} if passed and passed[1] == "handled" else {}
    tell_bus("acknowledgement", {"logId": a["logid"], "sender": own[0], "id": own[1], "stream": stream,
                                 "deliverySequence": number, "outcome": outcome, "at": instant(), **why})
def take(record, handle):
    a, body = verified({n: v.decode() for n, v in record.headers()}, record.value()), json.loads(record.value())
    if "deliverysequence" in a: take_delivery(a, body, handle)
    else: take_answer(a["type"].removeprefix(PROTOCOL), body)
def run(handle, until, seconds=int(env.get("SECONDS", "60"))):
    consumer.subscribe([f"{PREFIX}{MEMBER}.in"])
    end = time.time() + seconds
    while not until() and time.time() < end:
        send_open()
        if (record := consumer.poll(0.5)) is None: continue
        if record.error(): raise SystemExit(f"Kafka: {record.error()}")
        try: take(record, handle)
        except (OSError, sqlite3.Error):  # nobody can judge it now: the same record again
            consumer.seek(TopicPartition(record.topic(), record.partition(), record.offset()))
            time.sleep(1)
            continue
        except Exception as fault:  # nothing was done or acknowledged; an operator should look
            print(f"set aside: {record.topic()} {record.partition()} {record.offset()}: {fault!r}", file=sys.stderr)
        consumer.commit(record)
    consumer.close()  # leaves the group at once
if __name__ == "__main__":
    dossier, desk, told = sys.argv[1], env.get("DESK", "intake/bien-hoa"), []
    with db: asked = send(ASKED, ASKED_SCHEMA, desk, f"dossier:{dossier}", {"dossierCode": dossier}, subject=dossier)
    def answer(): return one("select answer from outbox where id = ?", asked)
    def keep(a, body): told.extend([body] if a.get("causationid") == asked else [])
    run(keep, lambda: (told and answer()) or answer() not in (None, "accepted"))
    print(json.dumps({"asked": asked, "answer": answer(), "told": told}, ensure_ascii=False))
    sys.exit(0 if told else 1)
