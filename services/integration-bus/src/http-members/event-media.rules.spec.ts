import { binaryHeaders, eventOf, structuredText } from './event-media.rules';

const bytes = (text: string): Buffer => Buffer.from(text);

describe('an event of HTTP', () => {
  it('in binary form has its attributes in headers, and its bytes as they are', () => {
    const headers = {
      'content-type': 'application/json; charset=utf-8',
      'ce-id': 'a',
      'ce-subject': '%22%25',
      host: 'x',
    };
    expect(eventOf(headers, bytes('{ }'))).toEqual({
      headers: { 'content-type': 'application/json', ce_id: 'a', ce_subject: '"%' },
      value: bytes('{ }'),
    });
  });

  it('in structured form has its attributes as members, and the canonical form of its data as bytes', () => {
    const event = '{"id":"a","epoch":1,"subject":null,"datacontenttype":"application/json","data":{"b":1.0,"a":"é"}}';
    expect(eventOf({ 'content-type': 'Application/CloudEvents+JSON' }, bytes(event))).toEqual({
      headers: { 'content-type': 'application/json', ce_id: 'a', ce_epoch: '1' },
      value: bytes('{"a":"é","b":1}'),
    });
  });

  it('may hold its bytes in base64, exactly', () => {
    const event = `{"id":"a","data_base64":"${bytes('{ }').toString('base64')}"}`;
    expect(eventOf({ 'content-type': 'application/cloudevents+json' }, bytes(event)).value).toEqual(bytes('{ }'));
  });

  it.each([
    '{"data":{},"data_base64":""}',
    '{"id":"a"}',
    '{"data_base64":"*"}',
    '{"id":1.5,"data":{}}',
    '{"ID":"a","data":{}}',
  ])('is none when it is %s', (event) => {
    expect(() => eventOf({ 'content-type': 'application/cloudevents+json' }, bytes(event))).toThrow(
      'ATTRIBUTE_INVALID',
    );
  });

  it.each([
    ['a name twice', '{"id":"a","id":"b","data":{}}'],
    ['its data twice', '{"id":"a","data":{"x":1},"data":{"x":2}}'],
    ['no object', '["a"]'],
    ['what breaks off', '{"id":"a","data":{}'],
    ['a name twice, once escaped', '{"id":"a","i\\u0064":"b","data":{}}'],
  ])('is none with %s', (_, event) => {
    expect(() => eventOf({ 'content-type': 'application/cloudevents+json' }, bytes(event))).toThrow('EVENT_MALFORMED');
  });

  it('is none in what is no UTF-8', () => {
    const event = Buffer.concat([bytes('{"id":"a","data":{"x":"'), Buffer.from([0xff]), bytes('"}}')]);
    expect(() => eventOf({ 'content-type': 'application/cloudevents+json' }, event)).toThrow('EVENT_MALFORMED');
  });

  it.each([
    '{"x":1,"x":2}',
    '{"x":9007199254740993}',
    '{"e\u0302":1}',
    '{"x":"\\ud800"}',
    `${'['.repeat(40)}1${']'.repeat(40)}`,
  ])('keeps data as it was written that readers would not understand alike: %s', (data) => {
    const event = bytes(`{"id":"a","data": ${data} ,"epoch":1}`);
    expect(eventOf({ 'content-type': 'application/cloudevents+json' }, event).value).toEqual(bytes(data));
  });

  it('is read back from what the bus writes, in either form', () => {
    const headers = { 'content-type': 'application/json', ce_id: 'a', ce_subject: '50%"x"', traceparent: 't' };
    const value = bytes('{"a":"é"}');
    expect(eventOf(binaryHeaders(headers), value)).toEqual({ headers, value });
    const structured = { 'content-type': 'application/cloudevents+json' };
    expect(eventOf(structured, bytes(structuredText(headers, value)))).toEqual({ headers, value });
  });
});
