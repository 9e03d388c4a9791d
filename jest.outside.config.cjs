// What needs Python, root or network namespaces: `npm run test:outside`. It brings its own PostgreSQL and broker.
const base = require('./jest.config.cjs');

const unit = base.projects.find(({ displayName }) => displayName === 'unit');

/** @type {import('jest').Config} */
module.exports = {
  ...base,
  maxWorkers: 1,
  projects: [{ ...unit, displayName: 'outside', testRegex: '\\.outside\\.spec\\.ts$' }],
};
