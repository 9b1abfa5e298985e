// Opens each page in Chromium and holds it against axe's rules for WCAG 2.2 AA. Usage: axe.mjs CHROMIUM PAGE…
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import puppeteer from 'puppeteer-core';

const [executablePath, ...pages] = process.argv.slice(2);
const axe = readFileSync(new URL('node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const browser = await puppeteer.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
let found = 0;
for (const path of pages) {
  const page = await browser.newPage();
  await page.goto(`file://${resolve(path)}`);
  await page.evaluate(axe);
  const { violations } = await page.evaluate((values) => window.axe.run(document, { runOnly: values }), tags);
  for (const violation of violations) {
    console.log(`${path}: ${violation.id}: ${violation.help} (${violation.nodes.length} times)`);
    for (const node of violation.nodes.slice(0, 3)) console.log(`  ${node.html.slice(0, 200)}`);
  }
  console.log(`${path}: ${violations.length} violations`);
  found += violations.length;
  await page.close();
}
await browser.close();
process.exit(found ? 1 : 0);
