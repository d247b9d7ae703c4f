import Domain

/// The whole map of the rulebook, as its two files would write it.
enum FullMap {
    static func map() throws -> LifecycleMap {
        try LifecycleMap(states: states, steps: steps)
    }

    static let states = """
        state,clean,terminal,stage,label_fr,label_en
        announced,false,false,intake,annoncé,announced
        received,false,false,intake,reçu,received
        quarantined,false,false,intake,en quarantaine,quarantined
        triaged,false,false,intake,trié,triaged
        wipe_pending,false,false,wiping,à effacer,to be wiped
        wipe_failed,false,false,wiping,effacement échoué,wipe failed
        wiped,true,false,wiping,effacé,wiped
        testing,true,false,workshop,en test,in testing
        refurbishing,true,false,workshop,en remise en état,being refurbished
        graded,true,false,workshop,classé,graded
        in_stock,true,false,shop,en stock,in stock
        reserved,true,false,shop,réservé,reserved
        sold,true,false,out,vendu,sold
        gifted,true,false,out,donné,given
        placed,true,false,out,confié,placed
        returned_by_buyer,false,false,intake,retour client,returned by buyer
        for_parts,true,false,parts,pour pièces,for parts
        disposal_pending,true,false,waste,à recycler,to be recycled
        disposed,true,true,waste,recyclé,recycled
        returned_to_donor,false,true,out,rendu au donateur,returned to donor
        cancelled,false,true,intake,annulé,cancelled
        missing,false,false,lost,disparu,missing

        """

    static let steps = """
        from,step,to,role,evidence,label_fr,label_en,retired_on
        announced,receive,received,intake,none,recevoir,receive,
        announced,cancel,cancelled,intake,reason,annuler,cancel,
        received,triage,triaged,intake,none,trier,triage,
        received,quarantine,quarantined,intake,reason,mettre en quarantaine,quarantine,
        received,return_to_donor,returned_to_donor,intake,return,rendre au donateur,return to donor,
        quarantined,triage,triaged,intake,reason,trier,triage,
        quarantined,set_for_disposal,disposal_pending,technician,clearance,orienter vers le recyclage,set for disposal,
        quarantined,return_to_donor,returned_to_donor,intake,return,rendre au donateur,return to donor,
        triaged,send_to_wipe,wipe_pending,technician,count,envoyer à l'effacement,send to wipe,
        triaged,skip_wipe,testing,technician,count,passer sans disque,go on without a drive,
        triaged,set_for_parts,for_parts,technician,clearance,destiner aux pièces,set for parts,
        triaged,set_for_disposal,disposal_pending,technician,clearance,orienter vers le recyclage,set for disposal,
        triaged,return_to_donor,returned_to_donor,intake,return,rendre au donateur,return to donor,
        wipe_pending,record_wiped,wiped,wipe_operator,clearance,déclarer effacé,record wiped,
        wipe_pending,record_wipe_failed,wipe_failed,wipe_operator,wipe_attempt,déclarer l'échec,record the failure,
        wipe_failed,retry_wipe,wipe_pending,wipe_operator,none,recommencer l'effacement,wipe again,
        wipe_failed,record_wiped,wiped,wipe_operator,clearance,déclarer effacé,record wiped,
        wipe_failed,set_for_disposal,disposal_pending,technician,clearance,orienter vers le recyclage,set for disposal,
        wipe_failed,return_to_donor,returned_to_donor,intake,return,rendre au donateur,return to donor,
        wiped,start_test,testing,technician,none,commencer les tests,start testing,
        testing,repair,refurbishing,technician,none,réparer,repair,
        testing,grade,graded,grader,grade,classer,grade,
        testing,set_for_parts,for_parts,technician,clearance,destiner aux pièces,set for parts,
        testing,set_for_disposal,disposal_pending,technician,clearance,orienter vers le recyclage,set for disposal,
        refurbishing,retest,testing,technician,none,tester à nouveau,test again,
        refurbishing,set_for_parts,for_parts,technician,clearance,destiner aux pièces,set for parts,
        refurbishing,set_for_disposal,disposal_pending,technician,clearance,orienter vers le recyclage,set for disposal,
        graded,shelve,in_stock,grader,price,mettre en rayon,shelve,
        graded,repair,refurbishing,technician,none,réparer,repair,
        graded,set_for_parts,for_parts,technician,clearance,destiner aux pièces,set for parts,
        in_stock,reserve,reserved,shop,reservation,réserver,reserve,
        in_stock,give,gifted,shop,gift,donner,give,
        in_stock,place,placed,shop,placement,confier,place,
        in_stock,repair,refurbishing,technician,none,réparer,repair,
        in_stock,set_for_parts,for_parts,technician,clearance,destiner aux pièces,set for parts,
        in_stock,set_for_disposal,disposal_pending,technician,clearance,orienter vers le recyclage,set for disposal,
        reserved,sell,sold,shop,sale,vendre,sell,
        reserved,release,in_stock,shop,release,libérer,release,
        sold,take_back,returned_by_buyer,shop,return,reprendre,take back,
        gifted,take_back,returned_by_buyer,shop,return,reprendre,take back,
        placed,take_back,returned_by_buyer,shop,return,reprendre,take back,
        returned_by_buyer,triage,triaged,intake,none,trier,triage,
        for_parts,set_for_disposal,disposal_pending,technician,clearance,orienter vers le recyclage,set for disposal,
        disposal_pending,dispose,disposed,technician,shipment,faire enlever,dispose,
        *,report_missing,missing,technician,incident,signaler la disparition,report missing,
        missing,find_again,triaged,technician,reason,déclarer retrouvé,find again,
        wiped,find_drive,wipe_pending,technician,count,signaler un disque découvert,find a drive,
        testing,find_drive,wipe_pending,technician,count,signaler un disque découvert,find a drive,
        refurbishing,find_drive,wipe_pending,technician,count,signaler un disque découvert,find a drive,
        graded,find_drive,wipe_pending,technician,count,signaler un disque découvert,find a drive,
        in_stock,find_drive,wipe_pending,technician,count,signaler un disque découvert,find a drive,

        """
}
