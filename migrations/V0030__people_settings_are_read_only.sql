-- The service reads how often a child is to be seen; nobody changes it by a request.
revoke insert on contact_gap_setting from holdfast_app;
