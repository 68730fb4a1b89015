if [ "$credential" = federation ]; then
  for file in federation-*.json; do
    az ad app federated-credential create --id "$APP_ID" --parameters "@$file" --output none
  done
fi
