if [ -n "$credential" ]; then
  az ad app credential reset --id "$APP_ID" --append --cert "@$credential" --output none
fi
