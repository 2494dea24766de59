/**
 * What patterns read of Kubernetes' structs before a manifest is judged, in the words of the generated table.
 * All other fields are judged when the manifest is rendered, and so are names of fields.
 */
export const KUBERNETES: { readonly [struct: string]: string } = {
  'k8s.ConfigMapKeySelector': 'name=string key=string optional=boolean',
  'k8s.Container':
    'name=string image=any command=[]any args=[]any env=[]k8s.EnvVar envFrom=[]any lifecycle=map ports=[]k8s.ContainerPort securityContext=map volumeMounts=[]k8s.VolumeMount',
  'k8s.ContainerPort': 'name=string',
  'k8s.EnvVar': 'name=string',
  'k8s.LabelSelector': 'matchLabels=map',
  'k8s.SecretKeySelector': 'name=string key=string optional=boolean',
  'k8s.Volume': 'name=string',
  'k8s.VolumeMount': 'name=string mountPath=string',
  'cdk8s.ApiObjectMetadata': 'name=any labels=map annotations=map finalizers=[]any ownerReferences=[]map',
};
