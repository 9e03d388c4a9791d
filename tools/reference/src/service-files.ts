import { join } from 'node:path';
import { type DevelopmentAgency, developmentAgencies } from '@lienthong/service-host';
import { type DerivedFile, jsonText, readIfPresent } from './workspace';

const COMPOSE_FILE = 'docker-compose.yml';
const FROM = '  # from here on derived from the table of agencies: npm run generate\n';
const TO = '  # end of the derived services\n';

/** What lists the processes of the repository: the tool that runs them, the compose file, the projects of the Nest CLI. */
export function serviceFiles(root: string): readonly DerivedFile[] {
  const compose = readIfPresent(join(root, COMPOSE_FILE)) ?? '';
  return [
    { path: 'tools/local-infra/src/services.ts', text: servicesSource(developmentAgencies) },
    { path: COMPOSE_FILE, text: withServices(compose, developmentAgencies) },
    { path: 'nest-cli.json', text: jsonText(nestProjects(developmentAgencies)) },
  ];
}

/** The list of processes; local-infra needs it before any library is compiled, so it is a file of its own. */
function servicesSource(agencies: readonly DevelopmentAgency[]): string {
  const rows = agencies.map(({ member, port }) => `  ${/\W/.test(member) ? `'${member}'` : member}: ${port},\n`);
  return `// Derived from the table of agencies in libs/service-host: npm run generate.

/** The processes of the local run, in the order in which they are listed to people, with their default ports. */
export const servicePorts = {
${rows.join('')}} as const;

export type ServiceName = keyof typeof servicePorts;

export const serviceNames = Object.keys(servicePorts) as readonly ServiceName[];
`;
}

/** The compose file with one service for each agency between its two marks. */
export function withServices(compose: string, agencies: readonly DevelopmentAgency[]): string {
  const [from, to] = [compose.indexOf(FROM), compose.indexOf(TO)];
  if (from < 0 || to < from) throw new Error(`${COMPOSE_FILE} has lost its marks: ${FROM.trim()} … ${TO.trim()}`);
  const services = agencies.map(
    ({ member, port }) => `  ${member}:
    <<: *service
    command: [${member}]
    environment: { <<: *settings, PORT: ${port} }
    ports: ['127.0.0.1:${port}:${port}']
`,
  );
  return compose.slice(0, from + FROM.length) + services.join('\n') + compose.slice(to);
}

function nestProjects(agencies: readonly DevelopmentAgency[]): object {
  const place = (member: string): object => ({
    root: `services/${member}`,
    entryFile: `services/${member}/src/main`,
    sourceRoot: `services/${member}/src`,
  });
  const tsConfigPath = (member: string): string => `services/${member}/tsconfig.app.json`;
  return {
    $schema: 'https://json.schemastore.org/nest-cli',
    monorepo: true,
    ...place('intake'),
    compilerOptions: { builder: 'tsc', tsConfigPath: tsConfigPath('intake'), deleteOutDir: false },
    projects: Object.fromEntries(
      agencies.map(({ member }) => [
        member,
        { type: 'application', ...place(member), compilerOptions: { tsConfigPath: tsConfigPath(member) } },
      ]),
    ),
  };
}
