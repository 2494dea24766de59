/** A definition with ten rules in CEL: about single fields, lists, maps and loops. */
export const DEFINITION = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: shops.bench.example.com}
spec:
  group: bench.example.com
  scope: Namespaced
  names: {kind: Shop, plural: shops}
  versions:
  - name: v1
    served: true
    storage: true
    schema:
      openAPIV3Schema:
        type: object
        properties:
          spec:
            type: object
            required: [replicas, ports]
            x-kubernetes-validations:
            - rule: self.low <= self.high
            - rule: self.replicas >= self.low && self.replicas <= self.high
            - rule: "!(has(self.host) && has(self.address))"
            - rule: self.ports.all(p, p.port > 0 && p.port < 65536)
            - rule: self.ports.exists_one(p, p.name == 'web')
            - rule: self.ports.map(p, p.name).all(n, n.matches('^[a-z]+$'))
            - rule: self.tags.size() < 10 && self.tags.all(k, self.tags[k].size() < 64)
            properties:
              replicas: {type: integer}
              low: {type: integer, default: 1}
              high: {type: integer, default: 10}
              host: {type: string, maxLength: 64, x-kubernetes-validations: [{rule: "self.endsWith('.example.com')"}]}
              address: {type: string, maxLength: 64}
              window: {type: string, maxLength: 20, x-kubernetes-validations: [{rule: "duration(self) <= duration('24h')"}]}
              tags: {type: object, maxProperties: 10, additionalProperties: {type: string, maxLength: 64}}
              ports:
                type: array
                maxItems: 16
                x-kubernetes-list-type: map
                x-kubernetes-list-map-keys: [name]
                items:
                  type: object
                  required: [name, port]
                  x-kubernetes-validations: [{rule: "self.port != 80 || self.name == 'web'"}]
                  properties:
                    name: {type: string, maxLength: 15}
                    port: {type: integer}
`;

/** Custom resources that are valid, each with values of its own. */
export const customResources = (count: number): string =>
  Array.from({ length: count }, (_, index) => customResource(index)).join('---\n');

const customResource = (index: number) => `apiVersion: bench.example.com/v1
kind: Shop
metadata:
  name: shop-${index}
  namespace: default
spec:
  replicas: ${1 + (index % 9)}
  host: shop-${index}.example.com
  window: ${1 + (index % 23)}h
  tags:
    app: shop
    number: "${index}"
  ports:
  - name: web
    port: 80
  - name: admin
    port: ${1024 + index}
  - name: metrics
    port: 9090
`;
