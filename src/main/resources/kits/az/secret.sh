if [ "$credential" = secret ]; then
  # The answer goes into the file and is not shown.
  (
    umask 077
    az rest --method POST --resource "$GRAPH" --url "$GRAPH/v1.0/applications/$APP_OBJECT_ID/addPassword" \
      --headers Content-Type=application/json --body @secret.json --query secretText --output tsv >client-secret.txt
  )
fi
