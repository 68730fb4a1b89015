#!/usr/bin/env bash
# The registration of this client with the Azure CLI. Everything is found by its id, never by a name.
#
#   bash register.sh              brings the client that exists in line with application.json
#   bash register.sh --new        makes a second client like it
#   bash register.sh --consent    also consents, for everybody, to all that it asks for (needs a higher administrator)
<<usage>>
#
# Needs the Azure CLI, signed in to the tenant of the client: az login --tenant TENANT
set -euo pipefail
cd "$(dirname "$0")"

TENANT=<<tenant>>
GRAPH=<<graph>>
APP_OBJECT_ID=<<object-id>>

new=false
consent=false
credential=''
while [ "$#" -gt 0 ]; do
  case $1 in
    --new) new=true ;;
    --consent) consent=true ;;
<<options>>
    *)
      echo "There is no option $1." >&2
      exit 2
      ;;
  esac
  shift
done

if [ "$(az account show --query tenantId --output tsv)" != "$TENANT" ]; then
  echo "The Azure CLI is signed in to another tenant. Run: az login --tenant $TENANT" >&2
  exit 2
fi

# What people typed is only in the files: the Azure CLI takes an argument that starts with @ for a file name.
if [ "$new" = true ]; then
  APP_OBJECT_ID=$(az rest --method POST --resource "$GRAPH" --url "$GRAPH/v1.0/applications" \
    --headers Content-Type=application/json --body @application.json --query id --output tsv)
else
  az rest --method PATCH --resource "$GRAPH" --url "$GRAPH/v1.0/applications/$APP_OBJECT_ID" \
    --headers Content-Type=application/json --body @application.json --output none
fi
APP_ID=$(az rest --method GET --resource "$GRAPH" --url "$GRAPH/v1.0/applications/$APP_OBJECT_ID" --query appId --output tsv)
PRINCIPAL_ID=$(az ad sp show --id "$APP_ID" --query id --output tsv 2>/dev/null ||
  az ad sp create --id "$APP_ID" --query id --output tsv)

# The type is given, because Azure does not find a service principal that is only seconds old by itself.
<<roles>>

if [ "$consent" = true ]; then
  az ad app permission admin-consent --id "$APP_ID"
fi

<<credential>>
echo "App id $APP_ID, application object id $APP_OBJECT_ID, service principal object id $PRINCIPAL_ID"
