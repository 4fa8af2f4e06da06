import { Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { Actors } from './data/actors.js';
import { StreamOwners } from './http/still-there.js';
import { AuditLog } from './data/audit-log.js';
import { Places } from './data/places.js';
import { SignInAttempts } from './data/sign-in-attempts.js';
import { UnitTree } from './data/unit-tree.js';
import { AccountViews } from './http/account-views.js';
import { AccountsController } from './http/accounts.controller.js';
import { AuditController } from './http/audit.controller.js';
import { PermitCheck } from './http/permit-check.js';
import { PlacesController } from './http/places.controller.js';
import { SessionViews } from './http/session-views.js';
import { SessionController } from './http/session.controller.js';
import { SessionGuard } from './http/session.guard.js';
import { TokensController } from './http/tokens.controller.js';
import { UnitViews } from './http/unit-views.js';
import { UnitsController } from './http/units.controller.js';
import { VocabularyController } from './http/vocabulary.controller.js';
import { ForgetSignInAttempts } from './jobs/forget-sign-in-attempts.js';
import { AccountChanges } from './use-cases/account-changes.js';
import { AddAccount } from './use-cases/add-account.js';
import { AddUnit } from './use-cases/add-unit.js';
import { ChangeAccount } from './use-cases/change-account.js';
import { ChangeUnit } from './use-cases/change-unit.js';
import { GrantMembership } from './use-cases/grant-membership.js';
import { IssueToken } from './use-cases/issue-token.js';
import { ListAccounts } from './use-cases/list-accounts.js';
import { ListAudit } from './use-cases/list-audit.js';
import { ListUnits } from './use-cases/list-units.js';
import { RevokeMembership } from './use-cases/revoke-membership.js';
import { RevokeToken } from './use-cases/revoke-token.js';
import { ShowVocabulary } from './use-cases/show-vocabulary.js';
import { SignIn } from './use-cases/sign-in.js';
import { SignOut } from './use-cases/sign-out.js';
import { VerifyAudit } from './use-cases/verify-audit.js';

const SHARED = [UnitTree, Places, AuditLog, Actors, PermitCheck, StreamOwners, ForgetSignInAttempts];

const USE_CASES = [
  SignIn,
  SignOut,
  AccountChanges,
  AddAccount,
  ChangeAccount,
  GrantMembership,
  RevokeMembership,
  IssueToken,
  RevokeToken,
  ListAccounts,
  AddUnit,
  ChangeUnit,
  ListUnits,
  ListAudit,
  VerifyAudit,
  ShowVocabulary,
];

const VIEWS = [UnitViews, SessionViews, AccountViews];

@Module({
  imports: [DiscoveryModule],
  controllers: [
    SessionController,
    AccountsController,
    TokensController,
    UnitsController,
    PlacesController,
    VocabularyController,
    AuditController,
  ],
  providers: [
    ...SHARED,
    ...USE_CASES,
    ...VIEWS,
    SignInAttempts,
    { provide: APP_GUARD, useClass: SessionGuard },
  ],
  exports: SHARED,
})
export class OrganizationModule {}
