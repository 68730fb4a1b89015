# The trust that the application has in another identity provider stays as it is. A new client needs its own.
variable "create_federation" {
  description = "Trust the other identity provider. Set this to true only for a new client."
  type        = bool
  default     = false
}
