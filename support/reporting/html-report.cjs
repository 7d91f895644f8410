'use strict';
require('../register.cjs');
module.exports = require('./html-report.ts');
