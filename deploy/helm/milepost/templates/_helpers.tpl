{{/* Labels by which a service's pods are found; they never change. */}}
{{- define "milepost.selector" -}}
app.kubernetes.io/name: {{ .name }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
{{- end }}

{{/* Labels of everything that belongs to a service. The Prometheus operator makes the job's name of part-of. */}}
{{- define "milepost.labels" -}}
{{ include "milepost.selector" . }}
app.kubernetes.io/part-of: milepost
{{ include "milepost.common" .root }}
{{- end }}

{{/* Labels of what belongs to the release. */}}
{{- define "milepost.common" -}}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version }}
{{- end }}

{{- define "milepost.fullname" -}}
{{ .root.Release.Name }}-{{ .name }}
{{- end }}

{{- define "milepost.serviceAccount" -}}
{{ .Values.serviceAccount.name | default .Release.Name }}
{{- end }}

{{- define "milepost.register" -}}
{{ .Release.Name }}-erasure-register
{{- end }}
