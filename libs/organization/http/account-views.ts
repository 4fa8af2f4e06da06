import { Injectable } from '@nestjs/common';
import type { StoredAccount } from '../data/account-rows.js';
import type { AddedAccount } from '../use-cases/add-account.js';
import type { AccountBody, ChangedAccountBody } from './account-bodies.js';
import { SessionViews } from './session-views.js';

@Injectable()
export class AccountViews {
  constructor(private readonly sessions: SessionViews) {}

  readonly of = ({ memberships, tokens, ...account }: StoredAccount): AccountBody => ({
    ...account,
    memberships: memberships.map((one) => this.sessions.membership(one)),
    tokens: [...tokens],
  });

  changed({ account, initialPassword }: AddedAccount): ChangedAccountBody {
    return { ...this.of(account), initialPassword };
  }
}
