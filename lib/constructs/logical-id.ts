import { Stack, type CfnElement } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';

/** The name of a construct's resource in its template, by which findings of the security checks are acknowledged one by one. */
export const logicalIdOf = (construct: Construct): string => Stack.of(construct).getLogicalId(construct.node.defaultChild as CfnElement);
