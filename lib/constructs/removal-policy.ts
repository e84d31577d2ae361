import { RemovalPolicy } from 'aws-cdk-lib/core';
import type { Stage } from '../stage.ts';

/** For whatever holds data: what a first deployment made and then failed is taken away all the same, it is empty. */
export const removalPolicyOf = ({ keepsData }: Stage): RemovalPolicy => (keepsData ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY);
