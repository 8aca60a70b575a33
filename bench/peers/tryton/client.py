"""Loads a set of deals into a new Tryton by JSON-RPC, holds its reports against the files, and prints what that took as a table.

client.py PORT SET CLUSTER TRYTOND POSTGRES: SET is the folder of the four files, CLUSTER that of PostgreSQL, the last two are process ids.
"""

import base64
import collections
import csv
import datetime
import http.client
import json
import os
import pathlib
import statistics
import sys
import threading
import time
from decimal import Decimal

BATCH = 500
CREATING_SECONDS = 10
ASKED = 20
TODAY = datetime.date.today()
SUMS = ('number', 'converted', 'lost', 'amount', 'converted_amount')


class Tryton:
    """One connection of the administrator."""

    def __init__(self, port, company=None):
        self.connection = http.client.HTTPConnection('localhost', port, timeout=600)
        self.headers = {'Content-Type': 'application/json'}
        self.context = {'company': company} if company else {}
        user, session = self.call('common.db.login', 'admin', {'password': 'admin'})
        self.headers['Authorization'] = 'Session ' + base64.b64encode(f'admin:{user}:{session}'.encode()).decode()

    def call(self, method, *params):
        body = json.dumps({'id': 0, 'method': method, 'params': params}, default=written)
        self.connection.request('POST', '/peer/', body, self.headers)
        response = self.connection.getresponse()
        text = response.read()
        answer = json.loads(text, object_hook=read) if response.status == 200 else {'error': [response.status, text]}
        if 'error' in answer:
            raise RuntimeError(f'{method} was answered by {answer["error"]}')
        return answer['result']

    def do(self, model, method, *params):
        return self.call(f'model.{model}.{method}', *params, self.context)


def written(value):
    if isinstance(value, Decimal):
        return {'__class__': 'Decimal', 'decimal': str(value)}
    return {'__class__': 'date', 'year': value.year, 'month': value.month, 'day': value.day}


def read(value):
    return Decimal(value['decimal']) if value.get('__class__') == 'Decimal' else value


def company_of(tryton):
    """The least that a sale needs: a company with a currency, to which the administrator belongs."""
    rate = {'date': datetime.date(2010, 1, 1), 'rate': Decimal(1)}
    dollar = {'name': 'US Dollar', 'code': 'USD', 'symbol': '$', 'rounding': Decimal('0.01'), 'digits': 2,
              'rates': [['create', [rate]]]}
    [currency] = tryton.do('currency.currency', 'create', [dollar])
    [party] = tryton.do('party.party', 'create', [{'name': 'Peer'}])
    [company] = tryton.do('company.company', 'create', [{'party': party, 'currency': currency}])
    [admin] = tryton.do('res.user', 'search', [['login', '=', 'admin']], 0, None, None)
    tryton.do('res.user', 'write', [admin], {'companies': [['add', [company]]], 'company': company})
    return company


class Deals:
    """The files of a set, and what Tryton's reports must say once it has them."""

    def __init__(self, folder):
        self.accounts = self.rows(folder / 'accounts.csv', 'account')
        self.agents = self.rows(folder / 'sales_teams.csv', 'sales_agent')
        self.products = self.rows(folder / 'products.csv', 'product')
        self.deals = self.rows(folder / 'sales_pipeline.csv', 'opportunity_id')
        self.party, self.employee, self.product = {}, {}, {}
        self.sums = collections.defaultdict(lambda: dict.fromkeys(SUMS, 0))
        for deal in self.deals.values():
            won, amount = deal['deal_stage'] == 'Won', self.amount(deal)
            month = self.start(deal).strftime('%Y-%m')
            sums = {'number': 1, 'converted': won, 'lost': deal['deal_stage'] == 'Lost', 'amount': amount, 'converted_amount': won * amount}
            for name, value in sums.items():
                self.sums[month, deal['sales_agent']][name] += value

    @staticmethod
    def rows(file, key):
        with open(file, newline='', encoding='utf-8') as lines:
            return {row[key]: row for row in csv.DictReader(lines)}

    @staticmethod
    def start(deal):
        return datetime.date.fromisoformat(deal['engage_date']) if deal['engage_date'] else TODAY

    def amount(self, deal):
        return Decimal(deal['close_value'] if deal['deal_stage'] == 'Won' else self.products[deal['product']]['sales_price'])

    def load(self, tryton):
        """As a user would: a deal is created as a lead, made an opportunity where it says for whom, and converted or lost."""
        company = tryton.context['company']
        [unit] = tryton.do('product.uom', 'search', [['name', '=', 'Unit']], 0, None, None)
        parties = tryton.do('party.party', 'create', [{'name': name} for name in [*self.accounts, *self.agents]])
        self.party = dict(zip(self.accounts, parties))
        people = [{'party': party, 'company': company} for party in parties[len(self.accounts):]]
        self.employee = dict(zip(self.agents, tryton.do('company.employee', 'create', people)))
        [category] = tryton.do('product.category', 'create', [{'name': 'Sold', 'accounting': True}])
        templates = tryton.do('product.template', 'create', [
            {'name': name, 'type': 'goods', 'salable': True, 'default_uom': unit, 'sale_uom': unit, 'account_category': category,
             'list_price': Decimal(product['sales_price'])}
            for name, product in self.products.items()])
        variants = tryton.do('product.product', 'create', [{'template': template} for template in templates])
        self.product = dict(zip(self.products, variants))
        deals = list(self.deals.values())
        for begin in range(0, len(deals), BATCH):
            batch = deals[begin:begin + BATCH]
            made = dict(zip(tryton.do('sale.opportunity', 'create', [self.record(deal, unit) for deal in batch]), batch))
            for button, stages in (('opportunity', ('Engaging', 'Won')), ('convert', ('Won',)), ('lost', ('Lost',))):
                ids = [id for id, deal in made.items() if deal['deal_stage'] in stages and deal['account']]
                tryton.do('sale.opportunity', button, ids)

    def record(self, deal, unit):
        line = {'product': self.product[deal['product']], 'quantity': 1, 'unit': unit}
        return {'reference': deal['opportunity_id'], 'party': self.party.get(deal['account']), 'employee': self.employee[deal['sales_agent']],
                'start_date': self.start(deal), 'amount': self.amount(deal), 'lines': [['create', [line]]]}

    def check(self, tryton):
        """Fails unless the reports say of each month, each employee and both together what the files say."""
        agent = {employee: name for name, employee in self.employee.items()}
        for report, key in REPORTS.items():
            expected = collections.defaultdict(lambda: dict.fromkeys(SUMS, 0))
            for (month, name), sums in self.sums.items():
                for column, value in sums.items():
                    expected[key(month, name)][column] += value
            said = {}
            for row in asked(tryton, report):
                month = f"{row['year']}-{row['month.']['index']:02}" if 'year' in row else None
                said[key(month, agent.get(row.get('employee')))] = {column: row[column] for column in SUMS}
            wrong = [row for row in {**said, **expected} if said.get(row) != expected.get(row)]
            if wrong:
                raise RuntimeError(f'{report} has {len(wrong)} wrong rows; {wrong[0]}: {said.get(wrong[0])}, not {expected.get(wrong[0])}')


REPORTS = {
    'sale.opportunity_monthly': lambda month, agent: month,
    'sale.opportunity_employee': lambda month, agent: agent,
    'sale.opportunity_employee_monthly': lambda month, agent: (month, agent),
}


def asked(tryton, report):
    fields = [*SUMS]
    if report != 'sale.opportunity_employee':
        fields += ['year', 'month.index']
    if report != 'sale.opportunity_monthly':
        fields += ['employee']
    return tryton.do(report, 'search_read', [], 0, None, None, fields)


def milliseconds(tryton, report):
    times = []
    for _ in range(ASKED):
        began = time.perf_counter()
        asked(tryton, report)
        times.append((time.perf_counter() - began) * 1000)
    return statistics.median(times)


def creates(port, company, connections, deals):
    """How many opportunities with a line are created in a second, one a call, by callers who wait for each answer."""
    deal = deals.record(next(iter(deals.deals.values())), 1)
    callers = [Tryton(port, company) for _ in range(connections)]
    end = time.perf_counter() + CREATING_SECONDS
    counts = []

    def call(caller):
        count = 0
        while time.perf_counter() < end:
            caller.do('sale.opportunity', 'create', [deal])
            count += 1
        counts.append(count)

    threads = [threading.Thread(target=call, args=[caller]) for caller in callers]
    began = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if len(counts) < connections:
        raise RuntimeError('a caller got no answer')
    return sum(counts) / (time.perf_counter() - began)


def processor(root):
    """Seconds of a process, of those under it, and of those under it that have ended."""
    children, ticks = collections.defaultdict(list), {}
    for stat in pathlib.Path('/proc').glob('[0-9]*/stat'):
        try:
            fields = stat.read_text().rsplit(')', 1)[1].split()
        except (FileNotFoundError, ProcessLookupError):
            continue
        children[int(fields[1])].append(int(stat.parent.name))
        ticks[int(stat.parent.name)] = sum(map(int, fields[11:15]))
    total, todo = 0, [root]
    while todo:
        process = todo.pop()
        total += ticks[process]
        todo += children[process]
    return total / os.sysconf('SC_CLK_TCK')


def busy():
    """Seconds in which the machine's cores did anything."""
    user, nice, system, _idle, _wait, irq, softirq = map(int, pathlib.Path('/proc/stat').read_text().split()[1:8])
    return (user + nice + system + irq + softirq) / os.sysconf('SC_CLK_TCK')


def megabytes(folder):
    return sum(file.stat().st_size for file in folder.rglob('*') if file.is_file()) / 1e6


def main(port, folder, cluster, trytond, postgres):
    tryton = Tryton(port)
    company = company_of(tryton)
    tryton = Tryton(port, company)
    deals = Deals(folder)

    servers = [trytond, postgres]
    disk, data = megabytes(cluster), megabytes(cluster / 'base')
    used, others, began = [processor(server) for server in servers], busy() - time.process_time(), time.perf_counter()
    deals.load(tryton)
    accepted = time.perf_counter() - began
    deals.check(tryton)
    exact = time.perf_counter() - began
    used = [processor(server) - before for server, before in zip(servers, used)]
    others = busy() - time.process_time() - others - sum(used)
    table = [
        ('accepted, s', accepted),
        ('reports exact, s', exact),
        ('CPU, s', sum(used)),
        ('of it trytond', used[0]),
        ('of it PostgreSQL', used[1]),
        ('CPU of all else on the machine meanwhile, s', others),
        ('disk, MB', megabytes(cluster / 'base') - data),
        ('disk with the write-ahead log, MB', megabytes(cluster) - disk),
        *((f'report {report}, ms', milliseconds(tryton, report)) for report in REPORTS),
        *((f'single creates a second, connections: {connections}', creates(port, company, connections, deals)) for connections in (1, 16)),
    ]
    print(f'{len(deals.deals):,} deals, {len(deals.accounts)} accounts, {len(deals.agents)} people, {len(deals.products)} products:\n')
    print('| | Tryton |\n| --- | ---: |')
    for name, value in table:
        print(f'| {name} | {value:.3g} |')


if __name__ == '__main__':
    main(int(sys.argv[1]), pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3]), int(sys.argv[4]), int(sys.argv[5]))
