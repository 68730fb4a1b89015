# The registration of this client as code. With imports.tf beside it, Terraform takes over what exists
# and creates nothing twice: look at "terraform plan" before you apply. Without imports.tf it creates a
# second client.

terraform {
  required_version = ">= 1.5"

  required_providers {
    azuread = {
      source  = "hashicorp/azuread"
      version = "~> 3.0"
    }
    azurerm = {
      source  = "hashicorp/azurerm"
      version = "~> 4.0"
    }
  }
}

provider "azuread" {
  environment = <<azuread>>
  tenant_id   = <<tenant>>
}

provider "azurerm" {
  environment     = <<azurerm>>
  tenant_id       = <<tenant>>
  subscription_id = var.subscription_id

  features {}
}

variable "subscription_id" {
  description = "Subscription of the services."
  type        = string
  default     = <<azure>>
}

variable "grant_consent" {
  description = "Consent for everybody. Needs a Global Administrator or Privileged Role Administrator. What was consented to already stays; set this to true only for a new client."
  type        = bool
  default     = false
}
