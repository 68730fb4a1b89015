# A secret that exists cannot be taken over, because nobody can read its value again. A new one is
# readable in the state of Terraform: keep that as safe as the secret.
variable "create_secret" {
  description = "Make a new secret."
  type        = bool
  default     = false
}
