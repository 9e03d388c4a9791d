import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Register (parcels, prices, entries), land dossiers, number series, copies of bookings. */
export class LandTables1767226000200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(register);
    await runner.query(dossiers);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table revenue_copy, number_series, land_dossier, register_entry, price_position, parcel');
    await runner.query('drop function refuse_rewriting');
  }
}

const register = `
  create table parcel (
    key text constraint pk_parcel primary key,
    commune_code text not null,
    map_sheet text not null,
    parcel_number text not null,
    area_square_metres numeric(14, 2) not null constraint ck_parcel_area check (area_square_metres > 0),
    purpose text not null,
    position text not null,
    certificate jsonb not null,
    owners jsonb not null,
    held_by text,
    constraint ck_parcel_key check (key = commune_code || '|' || map_sheet || '|' || parcel_number),
    constraint ck_parcel_owners check (jsonb_typeof(owners) = 'array' and jsonb_array_length(owners) > 0)
  );
  create table price_position (
    key text constraint pk_price_position primary key,
    commune_code text not null,
    purpose text not null,
    position text not null,
    rows jsonb not null,
    constraint ck_price_position_key check (key = commune_code || '|' || purpose || '|' || position),
    constraint ck_price_position_rows check (jsonb_typeof(rows) = 'array' and jsonb_array_length(rows) > 0)
  );
  create table register_entry (
    register_number text constraint pk_register_entry primary key,
    dossier_code text not null constraint uq_register_entry_dossier_code unique,
    office text not null,
    serial text not null,
    form text not null constraint ck_register_entry_form check (form in ('noted', 'new')),
    signed_on date not null,
    signed_by text not null,
    parcel_keys jsonb not null,
    former_owners jsonb not null,
    owners jsonb not null
  );
  create unique index ux_register_entry_new_serial on register_entry (serial) where form = 'new';
  create function refuse_rewriting() returns trigger language plpgsql as $$
  begin
    raise exception '% is only ever added to', tg_table_name using errcode = 'integrity_constraint_violation';
  end $$;
  create trigger register_entry_is_final before update or delete on register_entry
    for each row execute function refuse_rewriting();`;

const dossiers = `
  create table land_dossier (
    dossier_code text constraint pk_land_dossier primary key,
    office text not null,
    status text not null constraint ck_land_dossier_status check (status in (
      'received', 'checked', 'slip-drafted', 'slip-sent', 'slip-received', 'slip-returned', 'notices-received',
      'obligation-fulfilled', 'certificate-drafted', 'concluded', 'handed-over', 'rejected')),
    receipt_number text not null constraint uq_land_dossier_receipt_number unique,
    received_at timestamptz not null,
    intake_office text not null,
    tax_office text,
    content jsonb not null,
    checked_by text,
    slip jsonb,
    slip_signed_by text,
    slip_faults jsonb not null,
    notices jsonb not null,
    fulfilled_on date,
    drafted_certificate jsonb,
    certificate jsonb,
    reason text,
    document_number text constraint uq_land_dossier_document_number unique,
    history jsonb not null,
    work_message_id uuid not null,
    since timestamptz not null,
    constraint ck_land_dossier_rejected
      check ((status = 'rejected') = (reason is not null and document_number is not null)),
    constraint ck_land_dossier_concluded check ((status in ('concluded', 'handed-over')) = (certificate is not null)),
    constraint ck_land_dossier_released check (certificate is null or fulfilled_on is not null)
  );
  create index ix_land_dossier_work on land_dossier (office, status, since, dossier_code);
  create table number_series (
    key text constraint pk_number_series primary key,
    last integer not null constraint ck_number_series_last check (last >= 1)
  );
  create table revenue_copy (
    confirmation_id text constraint pk_revenue_copy primary key,
    reference text not null,
    content jsonb not null,
    received_at timestamptz not null
  );`;
