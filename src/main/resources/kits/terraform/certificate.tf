# The certificate that the application has stays as it is. To add another one, name its file.
variable "certificate_file" {
  description = "PEM file of a certificate, without its private key."
  type        = string
  default     = ""
}

resource "azuread_application_certificate" "client" {
  count          = var.certificate_file == "" ? 0 : 1
  application_id = azuread_application_registration.client.id
  type           = "AsymmetricX509Cert"
  encoding       = "pem"
  value          = file(var.certificate_file)
}
