import { Injectable, type OnModuleInit, RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { PERMIT, type RoutePermit } from './permit.js';

export interface RouteDemand {
  /** `SessionController.signIn` */
  readonly handler: string;
  readonly method: string;
  readonly path: string;
  readonly permit: RoutePermit | undefined;
}

/** Default deny, checked before the first request: a route that forgot its permission stops the start. */
@Injectable()
export class PermitCheck implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  onModuleInit(): void {
    const open = this.routes().filter((route) => route.permit === undefined);
    if (open.length > 0) {
      throw new Error(`routes without a permission: ${open.map((route) => route.handler).join(', ')}`);
    }
  }

  /** What every route of every controller demands. */
  routes(): RouteDemand[] {
    return this.discovery.getControllers().flatMap(({ metatype }) => {
      if (typeof metatype !== 'function') return [];
      const names = this.scanner.getAllMethodNames(metatype.prototype as object);
      return names.flatMap((name) => demandOf(metatype as Controller, name));
    });
  }
}

type Controller = { name: string; prototype: Record<string, object> };

function demandOf(controller: Controller, name: string): RouteDemand[] {
  const handler = controller.prototype[name];
  const path = handler && (Reflect.getMetadata(PATH_METADATA, handler) as string | string[] | undefined);
  if (!handler || path === undefined) return [];
  const prefix = Reflect.getMetadata(PATH_METADATA, controller) as string | string[];
  const method = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod;
  const permit = (Reflect.getMetadata(PERMIT, handler) ?? Reflect.getMetadata(PERMIT, controller)) as
    RoutePermit | undefined;
  const whole = [prefix, path].map((part) => String(part).replace(/^\/+|\/+$/g, '')).filter(Boolean);
  return [
    {
      handler: `${controller.name}.${name}`,
      method: RequestMethod[method] ?? String(method),
      path: `/${whole.join('/')}`,
      permit,
    },
  ];
}
